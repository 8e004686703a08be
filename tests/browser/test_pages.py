"""What holds for every page."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from app.lessons.course import LESSONS

PATHS = ["/", "/train", "/draw", "/digits", "/api", *(f"/lessons/{lesson.slug}" for lesson in LESSONS)]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_fits_its_width_has_one_heading_and_asks_nobody_but_its_own_server(
    page: Page, path: str, address: str
) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("main").count() == 1
    assert asked == {urlsplit(address).netloc}


def test_the_keyboard_reaches_the_content_first(wide: Page) -> None:
    wide.goto("/")
    wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    assert wide.evaluate("document.activeElement.id") == "main"


def test_the_navigation_leads_from_page_to_page_and_shows_where_one_is(page: Page) -> None:
    page.goto("/")
    for name in ("Train", "Draw", "Digits", "API"):
        link = page.get_by_role("navigation", name="Pages").get_by_role("link", name=name)
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
