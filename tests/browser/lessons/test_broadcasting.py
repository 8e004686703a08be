"""Broadcasting: played, pointed at, guessed, mended, by pointer and by keys."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.lessons.picture import cell, choose_numbers, expect_result, grid, guess, sentence

PAGE = "/lessons/broadcasting"
AT_THE_END = f"{PAGE}?step=3"


def test_it_plays_by_itself_from_two_tensors_to_their_sum(wide: Page) -> None:
    wide.goto(PAGE)
    wide.get_by_role("combobox", name="Speed").select_option("4×")
    expect(wide.get_by_role("button", name="Replay")).to_be_visible()
    expect_result(wide, np.arange(6).reshape(2, 3) + np.arange(3))


def test_each_step_is_gone_forward_and_back_by_button(wide: Page) -> None:
    wide.goto(f"{PAGE}?step=0")
    b = grid(wide, "b").get_by_role("gridcell")
    expect(b).to_have_count(3)
    for title, cells in [("Add an axis", 3), ("Stretch an axis", 6), ("a + b", 6)]:
        wide.get_by_role("button", name="Forward").click()
        expect(sentence(wide)).to_contain_text(title)
        expect(b).to_have_count(cells)
    wide.get_by_role("button", name="Back").click()
    wide.get_by_role("button", name="Back").click()
    expect(b).to_have_count(3)
    expect(wide).to_have_url(re.compile("step=1"))


def test_copies_are_ghosts_and_cost_nothing(wide: Page) -> None:
    wide.goto(AT_THE_END)
    expect(grid(wide, "b").locator("[data-kind=ghost]")).to_have_text(["0", "1", "2"])
    memory = wide.locator("memory-bars p")
    expect(memory).to_have_text([re.compile("real.*72 bytes"), re.compile("virtual.*96 bytes")])
    expect(wide.locator("stride-table mark")).to_have_text(["0"])


def test_pointing_at_a_result_pauses_and_tells_what_it_is_made_of(page: Page) -> None:
    page.goto(PAGE)
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    grid(page, "result").get_by_role("gridcell").last.hover()
    expect(sentence(page)).to_have_text("result[1, 2] = a[1, 2] + b[2] = 5 + 2 = 7")
    expect(page.get_by_role("button", name="Replay")).to_be_visible()
    expect(grid(page, "a").locator("[data-lit]")).to_have_text(["5"])
    expect(grid(page, "b").locator("[data-lit]")).to_have_text(["2", "2"])


def test_pointing_at_an_operand_shows_where_it_is_read(wide: Page) -> None:
    wide.goto(AT_THE_END)
    cell(wide, "b", "[0, 1]").hover()
    expect(sentence(wide)).to_contain_text("b[1] = 1. It is read 2 times, and stored once.")
    expect(grid(wide, "result").locator("[data-lit]")).to_have_text(["2", "5"])


def test_arrow_keys_walk_over_the_cells(wide: Page) -> None:
    wide.goto(AT_THE_END)
    expect_result(wide, np.arange(6).reshape(2, 3) + np.arange(3))
    grid(wide, "result").locator("[tabindex='0']").focus()
    wide.keyboard.press("ArrowDown")
    wide.keyboard.press("ArrowRight")
    expect(sentence(wide)).to_contain_text("result[1, 1] = a[1, 1] + b[1] = 4 + 1 = 5")
    wide.keyboard.press("Tab")
    expect(sentence(wide)).to_contain_text("Both are (2, 3) now")


def test_layers_behind_are_reached_by_pointer_and_by_page_keys(page: Page) -> None:
    page.goto(f"{PAGE}?a=2x2x2&b=2x&step=9")
    cell(page, "result", "[1, 1, 1]").scroll_into_view_if_needed()
    box = cell(page, "result", "[1, 1, 1]").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] - 2)
    expect(sentence(page)).to_contain_text("result[1, 1, 1] = a[1, 1, 1] + b[1] = 7 + 1 = 8")
    page.mouse.move(0, 0)
    grid(page, "result").locator("[tabindex='0']").focus()
    page.keyboard.press("PageUp")
    expect(sentence(page)).to_contain_text("result[0, 1, 1] = ")


def test_numbers_are_typed_as_one_likes(wide: Page) -> None:
    wide.goto(f"{PAGE}?a=2x2&b=2x&step=9")
    matrix = [[1, 2], [3, 4]]
    for text, values in [("[[1, 2], [3, 4]]", matrix), ("7", 7), ("1 2\n3 4", matrix), ("[8, 9", [8, 9])]:
        choose_numbers(wide, "a", text)
        expect_result(wide, np.array(values) + np.arange(2))


def test_what_cannot_be_read_holds_the_answer_back_until_a_button_mends_it(page: Page) -> None:
    page.goto(AT_THE_END)
    choose_numbers(page, "a", "1 2 two")
    numbers = page.get_by_role("textbox", name="Numbers of a")
    expect(numbers).to_have_accessible_description(re.compile("“two” is not a number.*at character 5", re.S))
    expect(numbers).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-say=result-shape]")).to_be_hidden()
    page.get_by_role("group", name="Shape of b").get_by_role("button", name="Add an axis").click()
    expect(numbers).to_have_value("1 2 two")
    page.get_by_role("button", name="put 0 there").click()
    expect_result(page, np.array([1, 2, 0]) + np.arange(6).reshape(2, 3))
    choose_numbers(page, "a", "[1,,2]")
    expect(page.locator("[data-say=result-shape]")).to_be_hidden()
    page.get_by_role("link", name="a scalar").click()
    expect(numbers).to_have_value("[1, 2, 3]")
    expect(page.locator("[data-say=result-shape]")).to_have_text("(3,)")


def test_a_shape_says_the_limit_that_it_has_reached(wide: Page) -> None:
    wide.goto(f"{PAGE}?a=6x10000&b=x&step=9")
    a, b = (wide.get_by_role("group", name=f"Shape of {name}") for name in "ab")
    a.get_by_role("button", name="Axis 0 longer").click()
    expect(a.get_by_role("status")).to_contain_text("axis 0 is at most 6 long")
    b.get_by_role("button", name="Remove the first axis").click()
    expect(b.get_by_role("status")).to_have_text("A scalar has no axis.")
    a.get_by_role("button", name="Axis 0 shorter").click()
    expect(a.locator("p")).to_be_empty()


def test_shapes_are_chosen_axis_by_axis(page: Page) -> None:
    page.goto(f"{PAGE}?a=2x3&b=3x&step=9")
    a = page.get_by_role("group", name="Shape of a")
    a.get_by_role("button", name="Axis 0 longer").click()
    expect_result(page, np.arange(9).reshape(3, 3) + np.arange(3))
    a.get_by_role("textbox", name="Axis 0 of a").press("ArrowDown")
    expect_result(page, np.arange(6).reshape(2, 3) + np.arange(3))
    a.get_by_role("button", name="Remove the first axis").click()
    expect_result(page, np.arange(3) + np.arange(3))
    a.get_by_role("button", name="Add an axis in front").click()
    expect(grid(page, "result").get_by_role("gridcell")).to_have_count(6)


def test_every_question_is_a_link_and_the_browser_goes_back(wide: Page) -> None:
    wide.goto(AT_THE_END)
    wide.get_by_role("link", name="a column meets a row").click()
    expect(wide).to_have_url(re.compile(r"a=3x1&b=4x"))
    wide.get_by_role("combobox", name="Operation").select_option("multiply")
    expect(wide).to_have_url(re.compile("op=multiply"))
    expect_result(wide, np.arange(3).reshape(3, 1) * np.arange(4))
    wide.reload()
    wide.get_by_role("button", name="Pause").click()
    wide.get_by_role("slider", name="Step").press("End")
    expect_result(wide, np.arange(3).reshape(3, 1) * np.arange(4))
    wide.go_back()
    expect(wide.get_by_role("combobox", name="Operation")).to_have_value("add")
    wide.go_back()
    expect(wide.get_by_role("link", name="a row onto a matrix")).to_have_attribute("aria-current", "true")


def test_the_chapters_scalar_stays_a_fraction(wide: Page) -> None:
    wide.goto(PAGE)
    wide.get_by_role("link", name="a scalar").click()
    expect(wide.locator("[data-say=result-dtype]")).to_have_text("float64")
    wide.get_by_role("slider", name="Step").press("End")
    expect(grid(wide, "result").get_by_role("gridcell")).to_have_text(["2.0", "4.0", "6.0"])


def test_too_much_to_draw_is_a_part_that_says_so(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("link", name="four axes").click()
    expect(grid(page, "a")).to_contain_text("of (64, 3, 32, 10)")
    page.get_by_role("slider", name="Step").press("End")
    cell(page, "result", "[1, 0, 2, 3]").hover()
    expect(sentence(page)).to_contain_text("maximum(a[1, 0, 2, 3], b[2, 3]) = maximum(983, 23) = 983")


def test_a_misfit_is_marked_and_mends_itself(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(PAGE)
    wide.get_by_role("link", name="a misfit").click()
    expect(wide.locator("problem-note")).to_contain_text("axis 1 of a is 3 long, axis 0 of b is 2 long")
    expect(wide.locator("axis-table .verdict[data-kind=failing]")).to_contain_text("3 ≠ 2")
    expect(grid(wide, "a").locator("[data-failing]")).to_have_text("≠ 3")
    wide.get_by_role("button", name="b.reshape((2, 1))").click()
    expect(wide).to_have_url(re.compile("b=2x1"))
    expect(wide.locator("problem-note")).to_be_empty()
    wide.get_by_role("slider", name="Step").press("End")
    expect_result(wide, np.arange(6).reshape(2, 3) + np.arange(2).reshape(2, 1))


def test_a_ragged_list_is_refused_with_its_place(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(AT_THE_END)
    choose_numbers(wide, "a", "1 2\n3")
    expect(wide.locator("problem-note")).to_contain_text("[1]")


def test_a_guess_comes_before_the_answer(page: Page) -> None:
    page.goto(AT_THE_END)
    page.get_by_role("checkbox", name="Predict first").check()
    expect(page.get_by_role("heading", name="The same in code")).to_be_hidden()
    guess(page, "(3,)")
    expect(page.locator("predict-shape")).to_contain_text("The result has 2 axes")
    guess(page, "3 3")
    expect(page.locator("predict-shape")).to_contain_text("Axis 0: b has no such axis")
    guess(page, "2 3")
    guess(page, "6", "And result[1, 2]?")
    expect(page.locator("predict-shape")).to_contain_text("Not 6. result[1, 2] = a[1, 2] + b[2] = 5 + 2.")
    guess(page, "7", "And result[1, 2]?")
    expect(page.get_by_role("heading", name="The same in code")).to_be_visible()
    expect(page).to_have_url(re.compile("predict=on"))


def test_that_they_do_not_fit_is_a_guess_too(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(f"{PAGE}?b=2x&predict=on")
    expect(wide.locator("problem-note")).to_be_hidden()
    wide.get_by_role("textbox", name="What shape will the result have?").fill("2 3")
    wide.get_by_role("button", name="Check").click()
    expect(wide.locator("predict-shape")).to_contain_text("On axis 1, 3 meets 2, and neither is 1.")
    wide.get_by_role("button", name="They do not fit").click()
    expect(wide.locator("problem-note")).to_be_visible()


@pytest.mark.parametrize("strip", ["numpy", "long"])
def test_the_code_does_what_is_shown(wide: Page, strip: str) -> None:
    wide.goto(f"{PAGE}?a=3x1&b=2x1x4&op=subtract&step=9")
    code = wide.locator(f"[data-code={strip}] code")
    expect(code).to_contain_text("result =")
    names: dict[str, np.ndarray] = {}
    exec(code.text_content() or "", names)
    wide.get_by_role("slider", name="Step").press("End")
    expect_result(wide, names["result"])
