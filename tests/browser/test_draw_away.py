"""Drawing while the server is away, and when it is back."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Console, server_away
from tests.browser.test_draw import ONE, RECORDED, draw, expect_answer


def test_a_page_opened_while_the_server_is_away_shows_its_digit_when_it_is_back(
    wide: Page, console: Console
) -> None:
    with server_away(wide, console):
        wide.goto(RECORDED)
        expect(wide.locator("problem-note")).to_contain_text("does not answer")
    expect_answer(wide, 7)
    expect(wide.locator("problem-note")).to_be_empty()


def test_a_stroke_is_answered_when_the_server_is_back(wide: Page, console: Console) -> None:
    wide.goto(RECORDED)
    expect_answer(wide, 7)
    with server_away(wide, console):
        draw(wide, ONE)
        expect(wide.locator("[data-say=verdict]")).to_have_text("No answer")
        expect(wide.locator("problem-note")).to_contain_text("does not answer")
    expect_answer(wide, 1)
    expect(wide.locator("problem-note")).to_be_empty()


def test_a_test_digit_is_laid_when_the_server_is_back(wide: Page, console: Console) -> None:
    wide.goto(RECORDED)
    expect_answer(wide, 7)
    with server_away(wide, console):
        wide.get_by_role("button", name="Next test digit").click()
        expect(wide.locator("problem-note")).to_contain_text("does not answer")
        expect_answer(wide, 7)
    expect_answer(wide, 2)
    expect(wide.locator("problem-note")).to_be_empty()
