"""Whatever comes instead of a request gets an answer in the error shape."""

import json
from collections.abc import Iterator
from itertools import repeat

import pytest

from app.errors import Problem
from app.web.connection import LONGEST_HEAD, LONGEST_REST, raw
from app.web.errors import answer
from tests.raw_http import Place, asked, place
from tests.serving import served

HEAD = b"GET /api/health HTTP/1.1\r\nHost: "


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Host and port of a playground."""
    with served(tmp_path_factory.mktemp("data")) as address:
        yield place(address)


def test_a_request_is_read(address: Place) -> None:
    host = f"{address[0]}:{address[1]}".encode()
    long_head = HEAD + host + b"\r\nConnection: close\r\nX: " + b"x" * (LONGEST_HEAD - 1000) + b"\r\n\r\n"
    status, told = asked(address, [long_head])
    assert (status, json.loads(told)["status"]) == (200, "ok")


@pytest.mark.parametrize(
    "start", [HEAD, b"GET /", HEAD + b"x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nTrailer: "]
)
def test_a_head_without_an_end_is_ended(address: Place, start: bytes) -> None:
    status, told = asked(address, [start, *repeat(b"x" * LONGEST_HEAD, 16)])
    assert status in {400, 421}
    assert told.startswith(b'{"error":{"code":')


@pytest.mark.parametrize(
    "start", [b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n", b"GET \xff HTTP/1.1\r\n\r\n"]
)
def test_what_is_no_request_is_refused(address: Place, start: bytes) -> None:
    status, told = asked(address, [start])
    assert status == 400
    assert json.loads(told)["error"]["code"] == "no_request"


def test_a_body_that_goes_on_after_its_refusal_is_ended(address: Place) -> None:
    piece = b"%x\r\n%s\r\n" % (LONGEST_REST // 8, b"x" * (LONGEST_REST // 8))
    head = b"POST /api/runs HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    status, _ = asked(address, [head, *repeat(piece, 100)])
    assert status == 421


def test_a_last_response_has_a_space_for_the_reason_that_it_leaves_out() -> None:
    told = raw(answer(400, Problem(code="no_request", what="No.")))
    assert told.startswith(b"HTTP/1.1 400 \r\ncontent-length: ")
    assert b"\r\nconnection: close\r\n\r\n{" in told
