"""WebSocket frames as bytes: those that a client may send, and all others."""

import os
import socket
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from random import Random

from tests.raw_http import Place

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10
LIMIT = 64 * 1024
A_PING, A_PONG = b"\x89", b"\x8a"
BROKEN_TEXT = b"\xff\xfe\xed\xa0\x80"


def frame(
    opcode: int, payload: bytes = b"", *, last: bool = True, reserved: int = 0, says: int | None = None
) -> bytes:
    """One masked frame; it may say another length than it has."""
    length = len(payload) if says is None else says
    first = bytes([last << 7 | reserved << 4 | opcode])
    if length < 126:
        size = bytes([0x80 | length])
    elif length < 65_536:
        size = b"\xfe" + length.to_bytes(2, "big")
    else:
        size = b"\xff" + length.to_bytes(8, "big")
    return first + size + b"\0\0\0\0" + payload


HARMLESS: tuple[Callable[[Random], bytes], ...] = (
    lambda random: frame(TEXT, b'{"since": %d}' % random.randrange(10**9)),
    lambda random: frame(TEXT, b"x" * random.randrange(LIMIT)),
    lambda random: frame(BINARY, random.randbytes(random.randrange(1000))),
    lambda _: frame(TEXT),
    lambda _: frame(BINARY),
    lambda random: frame(PING, b"x" * random.randrange(126)),
    lambda random: frame(PONG, random.randbytes(random.randrange(126))),
    lambda _: frame(TEXT, b"a", last=False) + frame(PING) + frame(CONTINUATION, b"b"),
    lambda _: (
        frame(TEXT, b"a", last=False) + frame(CONTINUATION, b"b", last=False) * 100 + frame(CONTINUATION)
    ),
)
"""After these the connection goes on."""
HARMFUL: tuple[Callable[[Random], bytes], ...] = (
    lambda _: frame(TEXT, BROKEN_TEXT),
    lambda _: frame(TEXT, b"\xc3", last=False) + frame(CONTINUATION, b"x"),
    lambda _: frame(TEXT, b"x" * (LIMIT + 1)),
    lambda _: frame(BINARY, b"x" * LIMIT, last=False) + frame(CONTINUATION, b"x"),
    lambda _: frame(BINARY, b"x", says=2**62),
    lambda _: frame(BINARY, b"x", says=2**64 - 1),
    lambda _: frame(PING, b"x" * 126),
    lambda _: frame(PING, last=False),
    lambda _: frame(CONTINUATION, b"x"),
    lambda _: frame(TEXT, last=False) + frame(TEXT),
    lambda random: frame(random.choice((3, 4, 7, 11, 15))),
    lambda random: frame(TEXT, b"x", reserved=random.randrange(1, 8)),
    lambda _: frame(CLOSE),
    lambda random: frame(CLOSE, random.randrange(65_536).to_bytes(2, "big") + b"bye"),
    lambda _: frame(CLOSE, b"x"),
    lambda _: frame(CLOSE, (1000).to_bytes(2, "big") + BROKEN_TEXT),
    lambda _: b"\x81\x01x",
    lambda random: random.randbytes(200),
    lambda _: b"GET / HTTP/1.1\r\n\r\n",
    lambda _: b"",
)
"""After these it ends, or waits for more, until the client has gone."""


def opened(where: Place, path: str) -> socket.socket:
    """A WebSocket, just open."""
    connection = socket.create_connection(where, timeout=60)
    key = b64encode(os.urandom(16)).decode()
    head = (
        f"GET {path} HTTP/1.1",
        f"Host: {where[0]}:{where[1]}",
        "Upgrade: websocket",
        "Connection: Upgrade",
    )
    rest = ("Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}", "", "")
    connection.sendall("\r\n".join((*head, *rest)).encode())
    assert connection.recv(4096).startswith(b"HTTP/1.1 101 ")
    return connection


@dataclass
class Count:
    """What has been sent, and how much of it was answered."""

    frames: int = 0
    pings: int = 0
    pongs: int = 0


def attack(where: Place, path: str, random: Random, count: Count) -> None:
    """Send over one WebSocket some harmless frames, and then one that is not; read until the end."""
    frames = [harmless(random) for harmless in random.choices(HARMLESS, k=random.randrange(40))]
    frames.append(random.choice(HARMFUL)(random))
    said = bytearray()
    with opened(where, path) as connection, suppress(ConnectionError):
        for each in frames:
            connection.sendall(each)
        connection.shutdown(socket.SHUT_WR)
        while heard := connection.recv(65_536):
            said += heard
    count.frames += len(frames)
    count.pings += sum(each.startswith(A_PING) for each in frames)
    count.pongs += said.count(A_PONG)  # everything else that it says is ASCII
