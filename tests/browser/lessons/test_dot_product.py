"""The lesson on the dot product, played by pointer and by keys."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Console
from tests.browser.lessons.picture import cell, grid, guess, sentence

LESSON = "/lessons/dot_product"


def lit(page: Page, name: str) -> Locator:
    """The cells of a tensor that take part."""
    return grid(page, name).locator("[data-lit]")


def test_pointing_at_a_result_shows_row_column_and_every_term(page: Page) -> None:
    page.goto(f"{LESSON}?step=0")
    cell(page, "result", "[1, 2]").hover()
    expect(sentence(page)).to_have_text("result[1, 2] = a[1, :] · b[:, 2] = 3 × 2 + 4 × 6 + 5 × 10 = 80")
    expect(lit(page, "a")).to_have_text(["3", "4", "5"])
    expect(lit(page, "b")).to_have_text(["2", "6", "10"])
    expect(page.locator("term-table tr").nth(2)).to_have_text("14×6=24")
    expect(page.locator("term-table tr").last).to_have_text("sum80")


def test_pointing_at_a_factor_shows_where_it_goes(wide: Page) -> None:
    wide.goto(LESSON)
    cell(wide, "b", "[1, 2]").hover()
    expect(sentence(wide)).to_have_text("b[1, 2] = 6. It is a factor in 2 numbers of the result.")
    expect(lit(wide, "a")).to_have_text(["1", "4"])
    expect(lit(wide, "result")).to_have_count(2)


def test_keys_walk_over_the_result(page: Page) -> None:
    page.goto(LESSON)
    cell(page, "result", "[0, 0]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_contain_text("result[1, 1] = a[1, :] · b[:, 1]")


def test_rows_and_columns_make_one_number_after_the_other_by_keys(page: Page) -> None:
    page.goto(f"{LESSON}?step=0")
    expect(sentence(page)).to_contain_text("both 3 long: they meet and vanish.")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_contain_text("result[0, 1] = a[0, :] · b[:, 1]")
    expect(grid(page, "result").get_by_role("gridcell")).to_have_text(["20", "23", *[""] * 6])


def test_three_readings_lead_to_the_same_numbers(page: Page) -> None:
    page.goto(f"{LESSON}?step=1")
    result = grid(page, "result").get_by_role("gridcell")
    for reading, first in [
        ("outer products", ["0", "0", "0", "0", "0", "3", "6", "9"]),
        ("columns", ["20", "", "", "", "56", "", "", ""]),
    ]:
        page.get_by_text(reading, exact=True).click()
        page.get_by_role("button", name="Pause").click()
        page.get_by_role("button", name="Forward").click()
        expect(result).to_have_text(first)
        page.get_by_role("slider", name="Step").press("End")
        expect(result).to_have_text(["20", "23", "26", "29", "56", "68", "80", "92"])
    expect(page).to_have_url(re.compile("reading=columns"))


def test_inner_lengths_shake_hands_or_do_not(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(LESSON)
    hands = wide.locator("shape-handshake")
    expect(hands).to_have_text("(2, 3) · (3, 4)→(2, 4)")
    wide.get_by_role("group", name="Shape of b").get_by_role("button", name="Axis 0 longer").click()
    expect(hands).to_have_text("(2, 3) · (4, 4)→?")
    expect(wide.locator("problem-note")).to_contain_text("A row of a has 3 numbers and a column of b has 4.")
    expect(wide.locator("tensor-grid .axis-bracket[data-failing]")).to_have_count(2)
    wide.get_by_role("button", name="give b the shape (3, 4)").click()
    expect(hands).to_have_text("(2, 3) · (3, 4)→(2, 4)")


def test_a_transposition_mends_a_misfit(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(LESSON)
    wide.get_by_role("link", name="no handshake").click()
    wide.get_by_role("button", name="b.T").click()
    expect(wide.locator("shape-handshake")).to_have_text("(2, 3) · (3, 4)→(2, 4)")
    cell(wide, "result", "[0, 1]").hover()
    expect(sentence(wide)).to_contain_text("0 × 3 + 1 × 4 + 2 × 5 = 14")


@pytest.mark.parametrize(
    ("example", "place", "told"),
    [
        ("two vectors", "", "(28 terms) = 6930"),
        ("a matrix and a vector", "[1]", "result[1] = a[1, :] · b[:] = 4 × 1 + 5 × 0 + 6 × (-1) = -2"),
        ("four axes and a vector", "[0, 2, 1]", "result[0, 2, 1] = a[0, 2, 1, :] · b[:]"),
        ("64 digits and a layer", "[1, 2]", "(784 terms)"),
    ],
)
def test_each_case_of_the_chapter_is_told_cell_by_cell(
    wide: Page, example: str, place: str, told: str
) -> None:
    wide.goto(LESSON)
    wide.get_by_role("link", name=example).click()
    cell(wide, "result", place).hover()
    expect(sentence(wide)).to_contain_text(told)


def test_multiply_adds_are_counted(wide: Page) -> None:
    wide.goto(f"{LESSON}?a=64x784&b=784x10")
    expect(wide.locator("[data-say=adds]")).to_have_text("640 numbers × 784 terms = 501,760 multiply-adds")
    expect(wide.locator("term-table")).to_contain_text("… and 772 more terms")


def test_a_guess_comes_before_the_answer(page: Page) -> None:
    page.goto(f"{LESSON}?predict=on")
    guess(page, "(2, 3)")
    expect(page.locator("predict-shape")).to_contain_text("The two axes that meet, both 3 long, vanish")
    expect(page.locator("shape-handshake")).to_have_text("(2, 3) · (3, 4)→?")
    guess(page, "(2, 4)")
    guess(page, "92", "And result[1, 3]?")
    expect(page.locator("step-player")).to_be_visible()


def test_the_page_never_scrolls_sideways(page: Page) -> None:
    page.goto(f"{LESSON}?a=2x3x4x5&b=5x6")
    expect(page.locator("term-table tr").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
