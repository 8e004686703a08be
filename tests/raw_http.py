"""HTTP as bytes, for what no client would send."""

import socket
from collections.abc import Iterable
from contextlib import suppress
from select import select

Place = tuple[str, int]
"""Host and port."""


def place(address: str) -> Place:
    """Where a playground with this address listens."""
    host, _, port = address.removeprefix("http://").partition(":")
    return host, int(port)


def asked(where: Place, pieces: Iterable[bytes]) -> tuple[int, bytes]:
    """Status and body of the first answer; the server may give it, and close, while we send."""
    said = bytearray()
    with socket.create_connection(where, timeout=60) as connection:
        with suppress(ConnectionError):
            for piece in pieces:
                connection.sendall(piece)
                if select([connection], [], [], 0)[0]:
                    said += connection.recv(65_536)
        with suppress(ConnectionError):
            while heard := connection.recv(65_536):
                said += heard
    head, _, body = bytes(said).partition(b"\r\n\r\n")
    return int(head.split()[1]), body


def begun(where: Place, request: bytes) -> int:
    """Status of the answer to a request, after which the connection may go on."""
    with socket.create_connection(where, timeout=60) as connection:
        connection.sendall(request)
        return int(connection.recv(65_536).split()[1])
