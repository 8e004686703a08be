"""Whatever comes instead of a request gets an answer in the error shape."""

import json
import socket
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from app.web.connection import LONGEST_HEAD
from tests.serving import served

HEAD = b"GET /api/health HTTP/1.1\r\nHost: "


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Host and port of a playground."""
    with served(tmp_path_factory.mktemp("data")) as address:
        host, _, port = address.removeprefix("http://").partition(":")
        yield host, int(port)


def asked(address: tuple[str, int], pieces: Iterable[bytes]) -> tuple[int, Any]:
    """Status and JSON of the answer to what is sent until the server closes."""
    with socket.create_connection(address, timeout=60) as connection, connection.makefile("rb") as answer:
        with suppress(ConnectionError):
            for piece in pieces:
                connection.sendall(piece)
        head, _, body = answer.read().partition(b"\r\n\r\n")
    return int(head.split()[1]), json.loads(body)


def test_a_request_is_read(address: tuple[str, int]) -> None:
    host = f"{address[0]}:{address[1]}".encode()
    long_head = HEAD + host + b"\r\nConnection: close\r\nX: " + b"x" * (LONGEST_HEAD - 1000) + b"\r\n\r\n"
    status, told = asked(address, [long_head])
    assert (status, told["status"]) == (200, "ok")


@pytest.mark.parametrize(
    "start", [HEAD, b"GET /", HEAD + b"x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nTrailer: "]
)
def test_a_head_without_an_end_is_ended(address: tuple[str, int], start: bytes) -> None:
    status, told = asked(address, [start, b"x" * LONGEST_HEAD])
    assert status in {400, 421}
    assert told["error"]["what"]


@pytest.mark.parametrize(
    "start", [b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n", b"GET \xff HTTP/1.1\r\n\r\n"]
)
def test_what_is_no_request_is_refused(address: tuple[str, int], start: bytes) -> None:
    status, told = asked(address, [start])
    assert status == 400
    assert told["error"]["code"] == "no_request"
