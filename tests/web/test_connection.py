"""Whatever comes instead of a request gets an answer in the error shape."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from itertools import repeat
from threading import Thread

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from websockets.sync.client import connect

from app.errors import Problem
from app.web import connection
from app.web.connection import LONGEST_HEAD, LONGEST_REST, Connection, raw
from app.web.errors import answer
from tests.raw_http import Place, asked, place
from tests.serving import served

POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n"
SHORT_SECONDS = 0.1
HEAD = b"GET /api/health HTTP/1.1\r\nHost: "


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Host and port of a playground."""
    with served(tmp_path_factory.mktemp("data")) as address:
        yield place(address)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """Host and port of an app that waits for no request."""
    monkeypatch.setattr(connection, "WHOLE_SECONDS", SHORT_SECONDS)
    posts = [Route("/", echo, methods=["POST"]), Route("/early", answer_early, methods=["POST"])]
    app = Starlette(routes=[*posts, WebSocketRoute("/", greet_late)])
    server = uvicorn.Server(uvicorn.Config(app, http=Connection, lifespan="off", log_config=None))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=server.run, args=([listener],))
        thread.start()
        yield listener.getsockname()
        server.should_exit = True
        thread.join()


async def echo(request: Request) -> Response:
    """Answer what was sent."""
    return Response(await request.body())


async def answer_early(request: Request) -> Response:
    """Begin to answer before everything is here."""

    async def parts() -> AsyncIterator[bytes]:
        yield b"early"
        with suppress(ClientDisconnect):
            yield await request.body()

    return StreamingResponse(parts())


async def greet_late(stream: WebSocket) -> None:
    """Say something after longer than any request may take."""
    await stream.accept()
    await asyncio.sleep(3 * SHORT_SECONDS)
    await stream.send_text("hello")
    await stream.close()


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


@pytest.mark.parametrize("start", [b"GE", HEAD, POST + b"half"])
def test_a_request_that_stays_unfinished_is_ended(hurried: Place, start: bytes) -> None:
    status, told = asked(hurried, [start])
    assert (status, json.loads(told)["error"]["code"]) == (408, "too_slow")


def test_of_two_requests_the_one_that_is_whole_is_answered(hurried: Place) -> None:
    status, told = asked(hurried, [POST + b"whole!" + POST + b"half"])
    first, _, second = told.partition(b"HTTP/1.1 ")
    assert (status, first, second[:3]) == (200, b"whole!", b"408")


def test_who_was_refused_and_sends_no_more_hears_nothing_more(hurried: Place) -> None:
    status, told = asked(hurried, [POST.replace(b"POST /", b"POST /nowhere") + b"half"])
    assert (status, told) == (404, b"Not Found")


def test_into_the_middle_of_an_answer_nothing_is_said(hurried: Place) -> None:
    status, told = asked(hurried, [POST.replace(b"POST /", b"POST /early") + b"half"])
    assert (status, told.removesuffix(b"0\r\n\r\n")) == (200, b"5\r\nearly\r\n")


def test_a_connection_on_which_nobody_says_anything_is_closed_without_a_word(hurried: Place) -> None:
    with socket.create_connection(hurried, timeout=60) as line:
        assert line.recv(1) == b""


def test_a_client_that_has_asked_may_take_its_time(hurried: Place) -> None:
    with connect("ws://{}:{}/".format(*hurried)) as stream:
        assert stream.recv(timeout=60) == "hello"
