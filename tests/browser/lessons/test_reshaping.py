"""Reshaping is played by pointer and by key: numbers, memory, digits, and what cannot be done."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.lessons.picture import guess


def test_the_moves_are_played_to_the_end_by_key(page: Page) -> None:
    page.goto("/lessons/reshaping?a=2x3&ops=reshape(3,2).transpose()")
    said, moves = page.locator("[data-say=sentence]"), page.locator("move-chain li")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("slider", name="Step").focus()
    page.keyboard.press("Home")
    expect(said).to_contain_text("before any move")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("(2, 3) becomes (3, 2). A view")
    expect(moves.first).to_have_attribute("aria-current", "step")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("(16, 8) become (8, 16)")
    expect(page.locator("[data-say=contrast]")).to_contain_text("4 of 6 places hold another number")


def test_a_number_is_shown_in_both_tensors_and_in_memory(page: Page) -> None:
    page.goto("/lessons/reshaping?a=2x3&ops=transpose()")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Forward").click()
    page.get_by_role("gridcell", name="result[2, 0] = 2").hover()
    expect(page.locator("tensor-face[data-name=a] [data-lit]")).to_have_text("2")
    expect(page.locator("memory-tape [data-lit]")).to_have_text("2")
    expect(page.locator("[data-say=sentence]")).to_contain_text("2 × 8 + 0 × 24 = 16 bytes behind the first")


def test_memory_is_walked_by_key(page: Page) -> None:
    page.goto("/lessons/reshaping?a=2x3&ops=transpose()")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Forward").click()
    page.locator("[data-say=result-name]").click()
    page.locator(".tape-cells").focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    said = page.locator("[data-say=sentence]")
    expect(said).to_have_text(re.compile(r"result\[\d, \d\] = \d: cell \d of the memory"))


def test_moves_are_added_changed_and_taken_away(page: Page) -> None:
    page.goto("/lessons/reshaping?a=2x3")
    page.get_by_role("button", name="Add flatten").click()
    expect(page).to_have_url(re.compile(r"ops=reshape%283,2%29\.flatten|ops=reshape\(3,2\)\.flatten"))
    page.get_by_role("textbox", name="Arguments of move 1").fill("6, -1")
    expect(page.locator("move-table")).to_contain_text("a.reshape((6, -1))")
    expect(page).not_to_have_url(re.compile("6,-1"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("6,-1"))
    expect(page.locator("move-table tr").last).to_contain_text("a copy")
    page.get_by_role("button", name="Take move 1 away").click()
    expect(page.locator("move-chain li")).to_have_count(1)
    page.go_back()
    expect(page.locator("move-chain li")).to_have_count(2)


def test_arguments_that_cannot_be_read_hold_the_answer_back(page: Page) -> None:
    page.goto("/lessons/reshaping?a=2x3&ops=flatten().reshape(3,2)")
    arguments = page.get_by_role("textbox", name="Arguments of move 2")
    arguments.fill("2x3")
    arguments.press("Enter")
    expect(arguments).to_have_accessible_description(re.compile("“2x3” is not a whole number"))
    expect(page.locator("move-table")).to_be_hidden()
    page.get_by_role("button", name="make it 2, 3").click()
    expect(arguments).to_have_value("2, 3")
    expect(page.locator("move-table")).to_contain_text("reshape((2, 3))")


def test_a_link_that_cannot_be_followed_says_why_and_leads_on(wide: Page) -> None:
    wide.goto("/lessons/reshaping?a=2x3&ops=bogus(2)")
    note = wide.locator("problem-note")
    expect(note).to_contain_text("Got: ops=bogus(2)")
    expect(wide.locator("move-table")).to_be_hidden()
    wide.get_by_role("button", name="Add transpose").click()
    expect(note).to_be_empty()
    wide.go_back()
    expect(note).to_contain_text("ops=bogus(2)")
    wide.get_by_role("button", name="Open the example").click()
    expect(note).to_be_empty()
    expect(wide.locator("move-table")).to_contain_text("reshape((3, 2))")


def test_three_numbers_do_not_become_a_scalar_and_a_way_out_is_a_button(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto("/lessons/reshaping")
    wide.get_by_role("link", name="three numbers as a scalar").click()
    expect(wide.locator("problem-note")).to_contain_text("() has no axis, it is a scalar and holds 1 number")
    wide.get_by_role("button", name="a.reshape((1, 3))").click()
    expect(wide.locator("problem-note")).to_have_text("")
    expect(wide.locator("move-table")).to_contain_text("(1, 3)")


def test_a_real_digit_is_mirrored_by_a_transpose_and_kept_by_a_reshape(page: Page) -> None:
    page.goto("/lessons/reshaping?step=1")
    page.get_by_role("link", name="transpose", exact=True).click()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Forward").click()
    expect(page.locator("tensor-face[data-name=result] pixel-picture")).to_be_visible()
    expect(page.locator("[data-say=contrast]")).to_contain_text("of 784 places hold another number")
    expect(page).to_have_url(re.compile("a=digit4"))
    page.get_by_role("link", name="flat and back").click()
    expect(page.locator("[data-say=contrast]")).to_contain_text("makes the same")


def test_the_shape_is_predicted_before_it_is_seen(wide: Page) -> None:
    wide.goto("/lessons/reshaping?a=200x3&ops=transpose()&predict=on")
    expect(wide.locator("tensor-face[data-name=result]")).to_be_hidden()
    guess(wide, "(200, 3)")
    expect(wide.locator("predict-shape")).to_contain_text("the lengths stand otherwise")
    guess(wide, "(3, 200)")
    expect(wide.locator("tensor-face[data-name=result]")).to_be_visible()
