"""A real Chromium in front of a real playground."""

from collections.abc import Iterator
from shutil import which

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.serving import served

# Nothing leaves this machine; as root in a container Chromium has no sandbox of its own.
FLAGS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MILLISECONDS = 60_000


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a playground with an empty data folder."""
    with served(tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    executable = which("chromium") or which("chromium-browser") or which("google-chrome")
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE_MILLISECONDS)
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["wide", "narrow"])
def page(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """A fresh page of a desk or a pocket; any error in its console fails the test."""
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height}, base_url=address)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def wide(chromium: Browser, address: str) -> Iterator[Page]:
    """A fresh page of a desk, where one size is enough."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    yield page
    context.close()
