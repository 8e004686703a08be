"""Promise: nobody comes in but who may; every route × Host × Origin × token."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from re import sub

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.main import create_app
from app.settings import Settings
from app.web.doors import Doors
from tests.torture.conftest import Extent

TOKEN = "the-token-of-this-test"
HOSTS: Mapping[str, bool] = {
    "127.0.0.1:8000": True,
    "localhost:8000": True,
    "LOCALHOST:8000": True,
    "[::1]:8000": True,
    "evil.example": False,
    "evil.example:8000": False,
    "127.0.0.1.evil.example:8000": False,
    "localhost.evil.example:8000": False,
    "evil-localhost:8000": False,
    "127.0.0.1:8000.evil.example": False,
    "127.0.0.1": False,
    "127.0.0.1:80": False,
    "127.0.0.1:08000": False,
    "127.0.0.1.:8000": False,
    "localhost.:8000": False,
    "127.1:8000": False,
    "2130706433:8000": False,
    "0x7f.1:8000": False,
    "::1:8000": False,
    "[::ffff:127.0.0.1]:8000": False,
    "user@127.0.0.1:8000": False,
    "127.0.0.1:8000, evil.example": False,
    " 127.0.0.1:8000": False,
    "": False,
}
ORIGINS: Mapping[str | None, bool] = {
    None: True,
    "http://127.0.0.1:8000": True,
    "http://localhost:8000": True,
    "http://[::1]:8000": True,
    "null": False,
    "": False,
    "http://evil.example": False,
    "http://evil.example:8000": False,
    "http://127.0.0.1:8000.evil.example": False,
    "http://evil.example/127.0.0.1:8000": False,
    "http://evil127.0.0.1:8000": False,
    "http://127.0.0.1": False,
    "http://127.0.0.1:8001": False,
    "http://user@127.0.0.1:8000": False,
    "http://127.0.0.1:8000@evil.example": False,
    "HTTP://127.0.0.1:8000": False,
    "http://LOCALHOST:8000": False,
    "https://127.0.0.1:8000": False,
    "ws://127.0.0.1:8000": False,
    "http://127.0.0.1:8000/": False,
    "http://127.0.0.1:8000 http://evil.example": False,
}
TOKENS: Mapping[tuple[str, str], bool] = {
    ("", ""): False,
    ("authorization", "Bearer wrong"): False,
    ("authorization", f"Basic {TOKEN}"): False,
    ("authorization", f"Bearer {TOKEN}x"): False,
    ("cookie", "playground_token_8000=wrong"): False,
    ("cookie", f"playground_token_9000={TOKEN}"): False,
    ("x-token", TOKEN): False,
    ("authorization", f"Bearer {TOKEN}"): True,
    ("cookie", f"playground_token_8000={TOKEN}"): True,
}
FORWARDED = (b"x-forwarded-host", b"127.0.0.1:8000"), (b"forwarded", b"host=127.0.0.1:8000;proto=http")
OPEN_PATH = "/api/health"


class Inside:
    """What stands behind the doors instead of the app: it counts who came in."""

    def __init__(self, app: ASGIApp, came_in: list[str]) -> None:
        self.app = app
        self.came_in = came_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let nobody wait."""
        self.came_in.append(scope["path"])
        kind = "websocket.accept" if scope["type"] == "websocket" else "http.response.start"
        await send({"type": kind, "status": 204, "headers": []})


@dataclass(frozen=True)
class Knock:
    """Somebody at the door."""

    method: str
    path: str
    host: str
    origin: str | None
    token: tuple[str, str]

    def may_enter(self, guarded: bool) -> bool:
        """What the rules say."""
        known = not guarded or TOKENS[self.token] or self.path == OPEN_PATH
        return HOSTS[self.host] and ORIGINS[self.origin] and known

    def scope(self) -> Scope:
        """As the server hands it to the app."""
        named = {"host": self.host, "origin": self.origin, self.token[0]: self.token[1]}
        headers = [
            (name.encode(), value.encode()) for name, value in named.items() if name and value is not None
        ]
        kind = (
            {"type": "websocket"} if self.method == "WEBSOCKET" else {"type": "http", "method": self.method}
        )
        return {**kind, "path": self.path, "query_string": b"", "headers": [*headers, *FORWARDED]}


@pytest.fixture(params=[False, True], ids=["loopback", "beyond"])
def guarded(request: pytest.FixtureRequest) -> bool:
    """Whether other machines can reach the playground."""
    beyond: bool = request.param
    return beyond


@pytest.fixture
def came_in() -> list[str]:
    """The paths that somebody came in by."""
    return []


@pytest.fixture
def app(tmp_path: Path, guarded: bool, came_in: list[str]) -> Iterator[FastAPI]:
    """The real app with its real doors; behind them somebody counts."""
    host = "0.0.0.0" if guarded else "127.0.0.1"
    app = create_app(Settings(data_dir=tmp_path, host=host, token=TOKEN))
    app.user_middleware.insert(1, Middleware(Inside, came_in))
    yield app
    app.state.checker.close()


def doors(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every method and path of the app: included routers, WebSockets, and what is mounted."""
    for route in iter_route_contexts(app.routes):
        kind = type(route.original_route).__name__
        methods = route.methods or ({"WEBSOCKET"} if "WebSocket" in kind else {"GET"})
        rest = "/css/base.css" if kind == "Mount" else ""
        yield from ((method, sub(r"{.*?}", "1", f"{route.path}{rest}")) for method in methods)


async def knock(app: ASGIApp, scope: Scope) -> list[Message]:
    """Everything that is said to somebody at the door."""
    said: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("the doors read a body")

    async def send(message: Message) -> None:
        said.append(message)

    await app(scope, receive, send)
    return said


def let_in(said: list[Message]) -> bool:
    """Whether it was a welcome."""
    return said[0]["type"] == "websocket.accept" or said[0].get("status") == 204


def test_only_the_allowed_cells_pass(app: FastAPI, guarded: bool, came_in: list[str], extent: Extent) -> None:
    """`came_in` grows with each allowed cell only: a refused one runs no handler."""

    async def all_cells() -> None:
        for (method, path), host, origin, token in cells:
            somebody = Knock(method, path, host, origin, token)
            before = len(came_in)
            entered = let_in(await knock(app, somebody.scope()))
            assert entered == (len(came_in) > before) == somebody.may_enter(guarded), somebody

    every = extent(37, 1)
    cells = list(product(sorted(doors(app)), HOSTS, ORIGINS, TOKENS))[::every]
    asyncio.run(all_cells())
    print(f"{len(cells):,} cells, {len(came_in):,} came in")
    assert came_in


def test_nobody_listens_outside_the_doors(app: FastAPI) -> None:
    outermost: object = app.user_middleware[0].cls
    assert outermost is Doors
    assert len(list(doors(app))) > 45


def test_a_second_host_or_origin_opens_nothing(app: FastAPI, came_in: list[str]) -> None:
    ours = Knock(
        "POST",
        "/api/runs",
        "127.0.0.1:8000",
        "http://127.0.0.1:8000",
        ("cookie", f"playground_token_8000={TOKEN}"),
    )
    for name, value in (
        (b"host", b"127.0.0.1:8000"),
        (b"origin", b"http://127.0.0.1:8000"),
        (b"origin", b"null"),
    ):
        scope = ours.scope()
        said = asyncio.run(knock(app, {**scope, "headers": [*scope["headers"], (name, value)]}))
        assert said[0]["status"] in {403, 421}
    assert came_in == []
