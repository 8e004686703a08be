"""Promise: no page you visit can reach the playground: 0 bytes read, 0 handlers run, in a real browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Frame, Page
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send

from app.main import create_app
from app.server import Server, listen
from app.settings import Settings
from tests.chromium import launched

ATTACK = Path(__file__).with_name("attack.js").read_text()
EVIL = "--host-resolver-rules=MAP evil.example 127.0.0.1"
# The doors are tried, not what a newer browser does before them.
DOORS_OF_THE_BROWSER = ("LocalNetworkAccessChecks", "BlockInsecurePrivateNetworkRequests")
LEAST_KNOCKS = 20


@dataclass(frozen=True)
class Watched:
    """A playground that remembers who came to its doors, and who came in."""

    port: int
    knocked: list[str] = field(default_factory=list)
    came_in: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"


class Watch:
    """Stands before the doors, or behind them."""

    def __init__(self, app: ASGIApp, seen: list[str]) -> None:
        self.app = app
        self.seen = seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note whoever comes by."""
        self.seen.append(f"{scope.get('method', 'WEBSOCKET')} {scope['path']}")
        await self.app(scope, receive, send)


@contextmanager
def watched(data_dir: Path) -> Iterator[Watched]:
    """A playground in this process, so that a test sees what it does."""
    with listen("127.0.0.1", 0) as listener:
        playground = Watched(listener.getsockname()[1])
        app = create_app(Settings(data_dir=data_dir, port=playground.port))
        app.user_middleware.insert(1, Middleware(Watch, playground.came_in))
        app.user_middleware.insert(0, Middleware(Watch, playground.knocked))
        server = Server(app, playground.address)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield playground
        finally:
            server.should_exit = True
            thread.join()


class Foreign(BaseHTTPRequestHandler):
    """Somebody else's page."""

    def do_GET(self) -> None:
        """Nothing but a place from which to attack."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>foreign</title><body>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def foreign_port() -> Iterator[int]:
    """Where somebody else's pages come from."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Foreign) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """The playground under attack, ready."""
    with watched(tmp_path_factory.mktemp("data")) as playground:
        httpx.get(f"{playground.address}/api/health").raise_for_status()
        yield playground


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for which evil.example lies on this machine."""
    with launched(EVIL, without=DOORS_OF_THE_BROWSER) as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, playground: Watched) -> Iterator[Page]:
    """A fresh tab; nobody came in yet."""
    playground.knocked.clear()
    playground.came_in.clear()
    page = chromium.new_page()
    yield page
    page.close()


def attack(where: Page | Frame, target: str) -> list[str]:
    """Try everything from there; what could be read."""
    tried: dict[str, Any] = where.evaluate(ATTACK, target)
    print(f"{where.url}: {tried['attempts']} attempts, {sum(map(len, tried['read']))} characters read")
    read: list[str] = tried["read"]
    return read


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost"])
def test_a_page_of_another_name_or_port_reads_nothing_and_runs_nothing(
    page: Page, playground: Watched, foreign_port: int, host: str
) -> None:
    page.goto(f"http://{host}:{foreign_port}/")
    assert attack(page, playground.address) == []
    assert len(playground.knocked) >= LEAST_KNOCKS
    assert playground.came_in == []


def test_a_sandboxed_frame_reads_nothing_and_runs_nothing(
    page: Page, playground: Watched, foreign_port: int
) -> None:
    page.goto(f"http://evil.example:{foreign_port}/")
    page.evaluate("""() => document.body.append(Object.assign(document.createElement("iframe"), {
        sandbox: "allow-scripts allow-forms", srcdoc: "<body>",
    }))""")
    frame = page.frames[1]
    assert frame.evaluate("origin") == "null"
    assert attack(frame, playground.address) == []
    assert len(playground.knocked) >= LEAST_KNOCKS
    assert playground.came_in == []


def test_a_name_that_is_rebound_to_this_machine_reads_nothing_but_the_refusal(
    page: Page, playground: Watched
) -> None:
    rebound = f"http://evil.example:{playground.port}"
    page.route(f"{rebound}/", lambda route: route.fulfill(content_type="text/html", body="<body>"))
    page.goto(f"{rebound}/")
    read = attack(page, rebound)
    assert {json.loads(text)["error"]["code"] for text in read} == {"unknown_host"}
    assert len(playground.knocked) >= LEAST_KNOCKS
    assert playground.came_in == []


def test_a_foreign_page_that_opens_ours_loses_hold_of_it(
    page: Page, playground: Watched, foreign_port: int
) -> None:
    page.goto(f"http://evil.example:{foreign_port}/")
    with page.context.expect_page() as opened:
        page.evaluate("address => { window.ours = open(address); }", f"{playground.address}/train")
    opened.value.wait_for_load_state()
    assert page.evaluate("ours.closed") is True
    assert opened.value.evaluate("opener") is None
    assert "GET /train" in playground.came_in
