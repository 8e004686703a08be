"""The reference of the API is readable by eye, key and link."""

from playwright.sync_api import Page, expect


def test_the_index_leads_to_each_call(page: Page) -> None:
    page.goto("/api")
    links = page.get_by_role("navigation", name="Calls").get_by_role("link").all()
    assert len(links) > 10
    for link in links:
        target = (link.get_attribute("href") or "").removeprefix("#")
        assert page.locator(f"[id='{target}']").count() == 1


def test_a_line_to_try_names_the_server_that_shows_it(page: Page, address: str) -> None:
    page.goto("/api")
    expect(page.get_by_text(f"curl -s {address}/api/health")).to_be_visible()
