"""The gradient tape: recorded and read back, asked for its terms, typed, switched and guessed."""

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Console, held_back
from tests.browser.lessons.picture import cell, choose_numbers, grid, guess, sentence

PAGE = "/lessons/gradient_tape"
GRADIENT_OF_W = ["16.0", "16.0", "16.0", "20.0", "20.0", "20.0"]


def layer(page: Page) -> None:
    """The dense layer, at the end of its story."""
    page.goto(PAGE)
    page.get_by_role("link", name="a dense layer").click()
    expect(grid(page, "x1").get_by_role("gridcell")).to_have_count(12)
    page.get_by_role("slider", name="Step").press("End")
    expect(grid(page, "grad_W").get_by_role("gridcell")).to_have_text(GRADIENT_OF_W)


def lit(page: Page, name: str) -> Locator:
    """The cells of a tensor that are lit."""
    return grid(page, name).locator("[data-lit]")


def terms(page: Page) -> Locator:
    """The terms of the number that is asked about."""
    return page.locator("term-list li")


def test_it_plays_by_itself_from_the_variable_to_its_gradient(wide: Page) -> None:
    wide.goto(PAGE)
    wide.get_by_role("combobox", name="Speed").select_option("4×")
    expect(wide.get_by_role("button", name="Replay")).to_be_visible()
    expect(grid(wide, "result")).to_contain_text("17.0")
    expect(grid(wide, "grad_x")).to_contain_text("5.0")


def test_who_chooses_an_example_waits_for_no_older_answer(wide: Page) -> None:
    held = held_back(wide, "**/api/lessons/gradient_tape", times=1)
    layer(wide)
    with wide.expect_response("**/api/lessons/gradient_tape"):
        held[0].continue_()
    wide.get_by_role("slider", name="Step").press("Home")
    expect(sentence(wide)).to_contain_text("The tape watches W and b.")


def test_values_are_recorded_downwards_and_gradients_read_upwards(wide: Page) -> None:
    layer(wide)
    wide.get_by_role("slider", name="Step").press("Home")
    expect(sentence(wide)).to_contain_text("The tape watches W and b. It does not watch x")
    numbers = {
        name: grid(wide, name).get_by_role("gridcell").first for name in ("x1", "grad_result", "grad_W")
    }
    for title, name, text in [
        ("x1 = x @ W", "x1", "3.5"),
        ("result = x1 + b", "grad_result", ""),
        ("grad_result = ones, (4, 3)", "grad_result", "1.0"),
        ("grad_x1 = grad_result", "grad_W", ""),
        ("grad_b = np.sum(grad_result, axis=0)", "grad_W", ""),
        ("grad_W = x.T @ grad_x1", "grad_W", "16.0"),
    ]:
        wide.keyboard.press("ArrowRight")
        expect(sentence(wide)).to_contain_text(title)
        expect(numbers[name]).to_have_text(text)
    wide.keyboard.press("ArrowLeft")
    expect(numbers["grad_W"]).to_have_text("")
    expect(wide).to_have_url(re.compile("step=5"))


def test_a_number_of_a_gradient_tells_its_terms_and_lights_where_they_come_from(page: Page) -> None:
    layer(page)
    cell(page, "grad_W", "[1, 2]").hover()
    expect(sentence(page)).to_have_text("The gradient of W[1, 2] = 2 + 4 + 6 + 8 = 20.")
    expect(lit(page, "x")).to_have_text(["2.0", "4.0", "6.0", "8.0"])
    expect(lit(page, "grad_x1")).to_have_count(4)
    cell(page, "grad_W", "[1, 2]").click()
    expect(page).to_have_url(re.compile(r"cell=W%5B1,2%5D"))
    expect(terms(page)).to_contain_text(["1 × 1 × x[0, 1]= 1 × 1 × 2 = 2", *[""] * 3])
    terms(page).nth(2).hover()
    expect(lit(page, "x")).to_have_text(["6.0"])


def test_terms_are_reached_by_keys(wide: Page) -> None:
    layer(wide)
    grid(wide, "grad_b").locator("[tabindex='0']").focus()
    wide.keyboard.press("ArrowRight")
    expect(sentence(wide)).to_have_text("The gradient of b[1] = 1 + 1 + 1 + 1 = 4.")
    expect(lit(wide, "grad_result")).to_have_count(4)
    terms(wide).first.focus()
    expect(lit(wide, "grad_result")).to_have_count(1)
    wide.reload()
    expect(wide.get_by_role("heading", name="Why this number: grad_b[1]")).to_be_visible()


def test_a_constant_is_not_watched_and_the_code_says_so(wide: Page) -> None:
    layer(wide)
    code = wide.locator("[data-code=keras] code")
    expect(code).to_contain_text("x = tf.constant")
    wide.get_by_role("group", name="x is a").get_by_text("variable").click()
    expect(code).to_contain_text("x = tf.Variable")
    expect(grid(wide, "grad_x").get_by_role("gridcell").first).to_have_text("1.5")
    wide.get_by_role("group", name="W is a").get_by_text("constant").click()
    expect(wide.get_by_role("region", name="W", exact=True)).to_contain_text("not watched")
    wide.go_back()
    expect(code).to_contain_text("W = tf.Variable")


def test_an_expression_is_typed_and_its_new_names_become_variables(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(PAGE)
    field = wide.get_by_label("Expression")
    field.fill("square(x) * qq")
    field.press("Enter")
    choose_numbers(wide, "qq", "[1, 10]")
    wide.get_by_role("textbox", name="Numbers of qq").press("Tab")
    wide.get_by_role("slider", name="Step").press("End")
    expect(grid(wide, "grad_x")).to_contain_text("66.0")
    expect(grid(wide, "grad_qq").get_by_role("gridcell")).to_have_text(["9.0", "9.0"])
    expect(wide.locator("[data-say=check]")).to_contain_text("Largest difference from TensorFlow")
    result: dict[str, Any] = {}
    exec(wide.locator("[data-code=numpy] code").text_content() or "", result)
    assert np.allclose(result["grad_x"], 66)


def test_what_the_result_does_not_need_gets_none(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("link", name="None is not 0").click()
    page.get_by_role("slider", name="Step").press("End")
    row = page.get_by_role("region", name="z", exact=True)
    expect(row).to_contain_text("None")
    expect(sentence(page)).to_contain_text("The result does not depend on z: the gradient is None, not 0.")
    row.get_by_role("button", name="Remove z").click()
    expect(row).to_have_count(0)


def test_a_misfit_is_underlined_and_mends_itself(wide: Page, console: Console) -> None:
    console.expect("422")
    layer(wide)
    choose_numbers(wide, "b", "[1, 2]")
    wide.get_by_role("textbox", name="Numbers of b").press("Tab")
    expect(wide.locator("problem-note")).to_contain_text("axis 1 is 3 long in matmul(x, W), 2 in b")
    expect(wide.locator("expression-field mark")).to_have_text("matmul(x, W) + b")
    wide.get_by_role("button", name="give b the shape (3,)").click()
    expect(wide.locator("problem-note")).to_be_empty()
    expect(grid(wide, "b").get_by_role("gridcell")).to_have_text(["0.0", "1.0", "2.0"])


def test_the_gradients_are_guessed_one_after_the_other(page: Page) -> None:
    layer(page)
    page.get_by_role("checkbox", name="Predict first").check()
    expect(page.get_by_role("heading", name="The same in code")).to_be_hidden()
    guess(page, "3 2", "What shape will the gradient of W have?")
    expect(page.locator("predict-shape")).to_contain_text("W is (2, 3)")
    guess(page, "2 3", "What shape will the gradient of W have?")
    guess(page, "19", "And grad_W[1, 2]?")
    expect(page.locator("predict-shape")).to_contain_text("1 × 1 × x[0, 1] + 1 × 1 × x[1, 1]")
    guess(page, "20", "And grad_W[1, 2]?")
    expect(grid(page, "grad_W").get_by_role("gridcell")).to_have_text(GRADIENT_OF_W)
    guess(page, "3", "What shape will the gradient of b have?")
    page.get_by_role("button", name="Show me").click()
    expect(page.get_by_role("heading", name="The same in code")).to_be_visible()


@pytest.mark.parametrize("query", ["variables=3", "cell=["])
def test_a_link_that_cannot_be_read_is_answered_with_a_way_out(wide: Page, query: str) -> None:
    wide.goto(f"{PAGE}?{query}")
    expect(wide.locator("problem-note")).to_contain_text(f"Got: {query}")
    wide.get_by_role("button", name="Open the example").click()
    expect(grid(wide, "x")).to_contain_text("3.0")
