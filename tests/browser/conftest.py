"""A real Chromium in front of a real playground."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from zlib import crc32

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from tests.chromium import launched
from tests.serving import served

SIZES = ((1280, 900), (390, 844))
PATIENCE_MILLISECONDS = 60_000

OpenPage = Callable[..., Page]


@dataclass
class Console:
    """What pages complain of: a test must expect all of it, and all that a test expects must come."""

    expected: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def expect(self, text: str) -> None:
        """From now on a complaint that has this text is meant to come."""
        self.expected.append(text)

    def allow(self, text: str) -> None:
        """From now on a complaint that has this text may come."""
        self.allowed.append(text)

    def listen(self, page: Page) -> None:
        """Hear errors and warnings of a page."""
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def check(self) -> None:
        """Compare what came with what was meant to come."""
        known = [*self.expected, *self.allowed]
        unexpected = [said for said in self.complaints if not any(text in said for text in known)]
        missing = [text for text in self.expected if not any(text in said for said in self.complaints)]
        assert (unexpected, missing) == ([], [])

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.complaints.append(said.text)


@contextmanager
def server_away(page: Page, console: Console) -> Iterator[None]:
    """While the block runs, no question of the page reaches the server."""
    console.expect("ERR_FAILED")
    page.route("**/api/**", lambda route: route.abort())
    yield
    page.unroute("**/api/**")


def held_back(page: Page, address: str, times: int | None = None) -> list[Route]:
    """The questions to an address as they come, all or so many; each waits until the test lets it go on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(address, hold, times=times)
    return held


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a playground with an empty data folder."""
    with served(tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    expect.set_options(timeout=PATIENCE_MILLISECONDS)
    with launched() as browser:
        yield browser


@pytest.fixture
def console() -> Iterator[Console]:
    """What the pages of this test complain of; what it does not expect fails it."""
    console = Console()
    yield console
    console.check()


@pytest.fixture
def open_page(chromium: Browser, address: str, console: Console) -> Iterator[OpenPage]:
    """Opens a fresh page of a size; all are closed in the end."""
    with ExitStack() as contexts:

        def opened(width: int, height: int, *, touch: bool = False, still: bool = False) -> Page:
            context = chromium.new_context(
                viewport={"width": width, "height": height},
                base_url=address,
                has_touch=touch,
                is_mobile=touch,
                reduced_motion="reduce" if still else "no-preference",
            )
            page = contexts.enter_context(context).new_page()
            page.set_default_timeout(PATIENCE_MILLISECONDS)
            console.listen(page)
            return page

        yield opened


@pytest.fixture
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    """A fresh page: of a desk for one half of the tests, of a pocket for the other, so that all end in time.

    That every page fits into both sizes is tested for itself, in test_axe.py.
    """
    return open_page(*SIZES[crc32(request.node.name.encode()) % 2])


@pytest.fixture
def wide(open_page: OpenPage) -> Page:
    """A fresh page of a desk, where one size is enough."""
    return open_page(1280, 900)


@pytest.fixture
def still(open_page: OpenPage) -> Page:
    """A page for somebody who wants no motion."""
    return open_page(1280, 900, still=True)
