"""Whoever comes without the token is told what to do, and comes in with it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.test_axe import AXE, UNUSED, USED, check
from tests.serving import Server, start


@pytest.fixture
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A playground that other machines can reach."""
    server = start(tmp_path_factory.mktemp("data"), "--host", "0.0.0.0")
    yield server
    server.stop()


def test_the_token_typed_on_the_page_opens_what_was_asked_for(
    still: Page, guarded: Server, console: Console
) -> None:
    console.expect("401")
    console.allow("404")  # an icon, which some browsers ask for at the answer that swaps the token
    still.goto(f"{guarded.address}/digits")
    still.evaluate(AXE.read_text())
    check(still, UNUSED + USED)
    token = still.get_by_label("Token")
    token.fill("the one of yesterday")
    token.press("Enter")
    expect(still.get_by_role("heading", level=1)).to_have_text("This token does not open the playground.")
    token.fill(guarded.link.partition("token=")[2])
    token.press("Enter")
    expect(still.get_by_role("heading", name="Digits")).to_be_visible()
    expect(still).to_have_url(f"{guarded.address}/digits")
    still.wait_for_load_state("networkidle")
