"""What holds for every page."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from app.lessons.course import LESSONS

PATHS = ["/", "/train", "/draw", "/digits", "/api", *(f"/lessons/{lesson.slug}" for lesson in LESSONS)]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_does_not_scroll_sideways_and_has_one_heading(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("main").count() == 1


@pytest.mark.parametrize("path", PATHS)
def test_a_page_asks_nobody_but_its_own_server(wide: Page, path: str, address: str) -> None:
    asked: set[str] = set()
    wide.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    wide.goto(path)
    wide.wait_for_load_state("networkidle")
    assert asked == {urlsplit(address).netloc}


def test_the_keyboard_reaches_the_content_first(wide: Page) -> None:
    wide.goto("/")
    wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    assert wide.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("name", ["Train", "Draw", "Digits", "API"])
def test_the_navigation_leads_to_each_page_and_shows_where_one_is(page: Page, name: str) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=name).click()
    link = page.get_by_role("navigation", name="Pages").get_by_role("link", name=name)
    assert link.get_attribute("aria-current") == "page"
