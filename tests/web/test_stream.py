"""The stream tells everything once, to whoever asks, from wherever they ask."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count
from typing import Any
from unittest.mock import AsyncMock

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from app.errors import UnknownError
from app.web.stream import UNKNOWN_RUN, tell
from tests.web.conftest import TINY, followed

STREAM = "ws://127.0.0.1:8000/api/runs/{}/stream"


def test_past_and_live_events_arrive_once_and_in_order(client: TestClient) -> None:
    run = client.post("/api/runs", json=TINY).json()
    live = followed(client, run["id"])
    stored = client.get(f"/api/runs/{run['id']}/events").json()["events"]
    assert live == stored
    assert followed(client, run["id"]) == stored


def test_a_dropped_line_goes_on_where_it_broke(client: TestClient) -> None:
    run = client.post("/api/runs", json=TINY).json()
    seen: list[dict[str, Any]] = []
    while not seen or seen[-1]["type"] != "run_finished":
        since = seen[-1]["seq"] if seen else 0
        with client.websocket_connect(f"{STREAM.format(run['id'])}?since={since}") as socket:
            seen += [socket.receive_json()]
    assert seen == client.get(f"/api/runs/{run['id']}/events").json()["events"]


def test_the_stream_closes_normally_after_the_last_event(client: TestClient) -> None:
    url = f"{STREAM.format('recorded')}?since=1000000"
    with client.websocket_connect(url) as socket, pytest.raises(WebSocketDisconnect) as closed:
        socket.receive_json()
    assert closed.value.code == 1000


def test_an_unknown_run_closes_with_a_code_of_its_own(client: TestClient) -> None:
    with (
        client.websocket_connect(STREAM.format("nosuchrun")) as socket,
        pytest.raises(WebSocketDisconnect) as closed,
    ):
        socket.receive_json()
    assert closed.value.code == 4404


def test_a_run_that_is_deleted_while_it_is_followed_closes_the_same_way() -> None:
    async def events() -> AsyncIterator[str]:
        yield "{}"
        raise UnknownError("unknown_run", "There is no such run.")

    socket = AsyncMock()
    asyncio.run(tell(socket, events()))
    socket.send_text.assert_awaited_once_with("{}")
    assert socket.close.await_args.args[0] == UNKNOWN_RUN


def test_a_client_that_was_given_up_is_told_no_more_and_is_no_mistake() -> None:
    left = count()

    async def events() -> AsyncIterator[str]:
        for _ in left:
            yield "{}"

    socket = AsyncMock()
    socket.send_text.side_effect = [None, RuntimeError("Unexpected ASGI message, after 'websocket.close'.")]
    asyncio.run(tell(socket, events()))
    assert next(left) == 2


def test_what_a_client_sends_is_ignored(client: TestClient) -> None:
    run = client.post("/api/runs", json=TINY).json()
    with client.websocket_connect(STREAM.format(run["id"])) as socket:
        socket.send_text("hello")
        socket.send_bytes(b"\x00")
        assert socket.receive_json()["type"] == "run_queued"
    assert followed(client, run["id"])[-1]["type"] == "run_finished"
