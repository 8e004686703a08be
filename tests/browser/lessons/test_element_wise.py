"""The lesson on element-wise operations, played by pointer and by keys; the race, run for real."""

import re
from typing import Any

import numpy as np
from playwright.sync_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.lessons.picture import cell, grid, guess, sentence

LESSON = "/lessons/element_wise"


def test_pointing_at_a_number_tells_what_it_was_made_of(page: Page) -> None:
    page.goto(f"{LESSON}?step=0")
    cell(page, "result", "[1, 1]").hover()
    expect(sentence(page)).to_have_text("result[1, 1] = a[1, 1] + b[1, 1] = 5 + 4 = 9")
    expect(grid(page, "b").locator("[data-lit]")).to_have_text("4")
    cell(page, "a", "[0, 1]").hover()
    expect(sentence(page)).to_contain_text("a[0, 1] = -2.")


def test_a_loop_fills_the_cells_one_after_the_other_by_keys(page: Page) -> None:
    page.goto(f"{LESSON}?op=relu&step=0")
    expect(page.locator("step-player output")).to_have_text("1 of 7")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_have_text("result[0, 1] = np.maximum(a[0, 1], 0) = np.maximum(-2, 0) = 0")
    expect(grid(page, "result").get_by_role("gridcell")).to_have_text(["1", "0", "", "", "", ""])
    page.keyboard.press("ArrowLeft")
    expect(grid(page, "result").locator("[data-lit]")).to_have_text("1")


def test_keys_walk_over_the_cells(page: Page) -> None:
    page.goto(LESSON)
    cell(page, "result", "[0, 0]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_contain_text("result[1, 1] = a[1, 1] + b[1, 1]")


def test_an_operation_on_one_tensor_needs_only_one(wide: Page) -> None:
    wide.goto(LESSON)
    expect(wide.locator("tensor-field[data-name=b]")).to_be_visible()
    wide.get_by_label("Operation").select_option("square")
    expect(wide.locator("tensor-field[data-name=b]")).to_be_hidden()
    expect(wide).to_have_url(re.compile("op=square"))
    cell(wide, "result", "[1, 2]").hover()
    expect(sentence(wide)).to_contain_text("np.square(-6) = 36")


def test_a_division_by_zero_is_explained(wide: Page) -> None:
    wide.goto(LESSON)
    wide.get_by_role("link", name="division by zero").click()
    explained = wide.locator("surprise-list section")
    expect(explained).to_have_count(2)
    expect(explained.first).to_contain_text("1 of 4 cells, result[1]")
    expect(explained.last).to_contain_text("2 of 4 cells, first at result[0]")
    wide.get_by_role("slider", name="Step").press("End")
    expect(sentence(wide)).to_contain_text("Division by zero. In 2, first at result[0]:")
    wide.get_by_role("link", name="addition").click()
    expect(explained.first).to_be_hidden()


def test_a_misfit_is_mended_by_its_buttons(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(LESSON)
    wide.get_by_role("link", name="a misfit").click()
    expect(wide.locator("problem-note")).to_contain_text("axis 1 of a is 3 long, axis 1 of b is 2 long")
    expect(wide.locator("axis-table .verdict")).to_have_text(["✕ 2 ≠ 3", "✕ 3 ≠ 2"])
    wide.get_by_role("button", name="give b the shape (2, 3)").click()
    expect(wide.locator("problem-note")).to_be_empty()
    expect(wide.locator("axis-table")).to_be_hidden()
    cell(wide, "result", "[1, 2]").hover()
    expect(sentence(wide)).to_contain_text("5 * 5 = 25")


def test_typed_numbers_are_computed_while_one_types(wide: Page) -> None:
    wide.goto(f"{LESSON}?op=relu")
    wide.get_by_label("Numbers of a").fill("-1 0.5")
    expect(grid(wide, "result").get_by_role("gridcell")).to_have_text(["0.0", "0.5"])


def test_a_whole_number_keeps_every_digit(wide: Page) -> None:
    wide.goto(f"{LESSON}?op=relu")
    wide.get_by_label("Numbers of a").fill("9007199254740993 -1")
    cell(wide, "result", "[0]").hover()
    expect(sentence(wide)).to_contain_text("np.maximum(9007199254740993, 0) = 9007199254740993")


def test_a_guess_comes_before_the_answer(wide: Page) -> None:
    wide.goto(f"{LESSON}?op=relu&predict=on")
    expect(wide.get_by_role("button", name="Show me")).to_be_visible()
    expect(wide.get_by_role("button", name="They do not fit")).to_be_hidden()
    guess(wide, "(3, 2)")
    expect(wide.locator("predict-shape")).to_contain_text("nothing changes about the shape (2, 3)")
    guess(wide, "(2, 3)")
    guess(wide, "0", "And result[1, 2]?")
    expect(wide.locator("step-player")).to_be_visible()


def test_the_race_is_run_and_remembered(page: Page) -> None:
    page.goto(LESSON)
    page.get_by_role("button", name="Race", exact=True).click()
    expect(page.locator("[data-say=race]")).to_have_text(
        re.compile(r"^NumPy is \d+ times as fast on 2,000 numbers")
    )
    expect(page.locator("race-table tr")).to_have_count(2)
    expect(page.locator("race-lanes [data-runner=numpy]")).to_contain_text("operations a second")
    page.get_by_label("Axis 0 of x and y", exact=True).fill("1")
    page.get_by_label("Axis 0 of x and y", exact=True).press("Enter")
    page.get_by_role("button", name="Race", exact=True).click()
    expect(page.locator("race-table tr")).to_have_count(3)
    expect(page.get_by_role("img", name="2,000 numbers")).to_be_visible()
    page.reload()
    expect(page.locator("race-table")).to_contain_text("(1, 100)")


def test_the_loops_that_are_shown_compute_what_numpy_does(wide: Page) -> None:
    wide.goto(LESSON)
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal((3, 4)), rng.standard_normal((3, 4))
    results = []
    for strip in ("loops", "one-call"):
        names: dict[str, Any] = {"np": np, "x": x, "y": y}
        exec(
            f"from itertools import product\n{wide.locator(f'[data-code={strip}] code').inner_text()}", names
        )
        results.append(names["z"])
    assert np.array_equal(*results)
