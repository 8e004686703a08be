"""Backpropagation: stepped, dragged, typed, lit, nudged and guessed, by pointer and by keys."""

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Console

PAGE = "/lessons/backpropagation"
FORWARD = [("x1", "6"), ("x2", "9"), ("x3", "−1"), ("loss", "1")]
BACKWARD = [
    *[("x3", "1 × −1= −1", "−1"), ("y_true", "−1 × 1= −1", "−1"), ("x2", "−1 × −1= +1", "+1")],
    *[
        ("x1", "1 × 1= +1", "+1"),
        ("b", "1 × 1= +1", "+1"),
        ("x", "1 × 2= +2", "+2"),
        ("w", "1 × 3= +3", "+3"),
    ],
]
"""Of each edge the node to which the gradient flows, what stands on the edge, and the gradient."""


def node(page: Page, name: str) -> Locator:
    """A node by its name."""
    return page.locator("graph-picture").get_by_role("application", name=re.compile(rf"^{name}\b"))


def value(page: Page, name: str) -> Locator:
    """What a node is worth."""
    return node(page, name).locator(".node-value")


def gradient(page: Page, name: str) -> Locator:
    """The gradient that stands on a node."""
    return node(page, name).locator(".node-gradient")


def sentence(page: Page) -> Locator:
    """What is said about the picture."""
    return page.locator("[data-say=sentence]")


def field(page: Page, name: str) -> Locator:
    """Where the value of a variable is typed."""
    return page.get_by_role("group", name="Values").get_by_role("textbox", name=name, exact=True)


def link(expression: str, values: str, more: str = "") -> str:
    """The page of an expression."""
    return f"{PAGE}?expression={quote(expression)}&values={quote(values)}{more}"


def by_button(page: Page) -> Iterator[None]:
    """One step forward a time, by pointer."""
    page.goto(f"{PAGE}?step=0")
    while True:
        yield
        page.get_by_role("button", name="Forward").click()


def by_key(page: Page) -> Iterator[None]:
    """One step forward a time, by key."""
    page.goto(f"{PAGE}?step=0")
    expect(sentence(page)).to_contain_text("The values")
    while True:
        yield
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("stepped", [by_button, by_key])
def test_the_chapters_graph_is_stepped_forward_and_backward(page: Page, stepped: object) -> None:
    step = stepped(page)  # type: ignore[operator]
    next(step)
    for name, number in FORWARD:
        expect(value(page, name)).to_have_text("?")
        next(step)
        expect(value(page, name)).to_have_text(number)
    next(step)
    expect(sentence(page)).to_contain_text("grad(loss, loss) = 1")
    for name, flow, number in BACKWARD:
        expect(node(page, name)).to_have_accessible_name(re.compile("backward not run yet"))
        next(step)
        expect(page.locator(".graph-chips [data-current]")).to_have_text(flow)
        expect(gradient(page, name)).to_have_text(number)
    next(step)
    expect(sentence(page)).to_contain_text("grad(loss, w) = 3, grad(loss, b) = 1")


def test_a_value_is_dragged_and_everything_follows(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("slider", name="Step").press("End")
    expect(gradient(page, "w")).to_have_text("+3")
    value(page, "x").scroll_into_view_if_needed()
    number = value(page, "x").locator("span").bounding_box()
    assert number
    x, y = number["x"] + number["width"] / 2, number["y"] + number["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y)
    page.mouse.move(x + 50, y)
    expect(value(page, "x")).to_have_text("4")
    expect(value(page, "loss")).to_have_text("3")
    expect(gradient(page, "w")).to_have_text("+4")
    page.mouse.up()
    expect(page).to_have_url(re.compile("%22x%22%3A4"))
    expect(node(page, "x")).not_to_have_attribute("data-lit", "")
    page.go_back()
    expect(value(page, "x")).to_have_text("3")


def test_a_value_is_typed_or_changed_by_keys(wide: Page) -> None:
    wide.goto(f"{PAGE}?step=12")
    expect(gradient(wide, "w")).to_have_text("+3")
    field(wide, "x").fill("-2")
    expect(gradient(wide, "w")).to_have_text("+2")
    expect(sentence(wide)).to_contain_text("−1 × −2 = 2")
    field(wide, "x").press("ArrowUp")
    expect(field(wide, "x")).to_have_value("-1.9")
    node(wide, "b").focus()
    wide.keyboard.press("+")
    expect(value(wide, "b")).to_have_text("3.1")
    field(wide, "x").fill("much")
    field(wide, "x").press("Tab")
    expect(wide.get_by_role("group", name="Values")).to_contain_text("“much” at character 1")
    expect(field(wide, "x")).to_have_attribute("aria-invalid", "true")


def test_arrow_keys_walk_along_the_edges_and_enter_lights_the_paths(wide: Page) -> None:
    wide.goto(f"{PAGE}?step=13")
    expect(gradient(wide, "w")).to_have_text("+3")
    node(wide, "w").focus()
    for name in ("x1", "x2", "x3", "loss"):
        wide.keyboard.press("ArrowRight")
        expect(node(wide, name)).to_be_focused()
    expect(sentence(wide)).to_have_text("loss = abs(x3) = 1. grad(loss, loss) = 1.")
    node(wide, "w").focus()
    wide.keyboard.press("Enter")
    expect(sentence(wide)).to_have_text("grad(loss, w) = 1 · 1 · 3 = 3, along 1 path.")
    expect(wide.locator(".graph-node[data-lit]")).to_have_count(5)
    expect(wide.locator("path-list")).to_contain_text("= −1 · −1 · 1 · 3 = 1 · 1 · 3 = 3")
    expect(wide).to_have_url(re.compile("lit=w"))


def test_paths_that_meet_are_added_up(page: Page) -> None:
    page.goto(link("x*x + x", '{"x": 3}', "&step=6"))
    expect(gradient(page, "x")).to_have_text("+4")
    expect(node(page, "x")).to_have_accessible_name(re.compile("so far"))
    page.get_by_role("button", name="Forward").click()
    expect(sentence(page)).to_contain_text("grad(loss, x) = 4 + 3 = 7")
    expect(gradient(page, "x")).to_have_text("+7")
    node(page, "x").locator("b").click()
    expect(sentence(page)).to_have_text("grad(loss, x) = 3 + 3 + 1 = 7, along 3 paths.")


def test_an_expression_is_typed_and_a_new_name_is_lent_a_value(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(PAGE)
    expression = wide.get_by_role("textbox", name="Expression")
    expression.fill("square(x*w + u)")
    expect(field(wide, "u")).to_have_value("1")
    expect(value(wide, "loss")).to_have_text("49")
    expect(gradient(wide, "u")).to_have_text("+14")
    expression.fill("square(x*w +)")
    expect(wide.locator("problem-note")).to_be_visible()
    expect(wide.locator("expression-field mark")).to_have_text(")")
    expression.fill("square(x*w + y_tru)")
    wide.get_by_role("button", name="y_true").click()
    expect(wide.locator("problem-note")).to_be_empty()
    wide.get_by_role("slider", name="Step").press("End")
    expect(value(wide, "loss")).to_have_text("196")


def test_tensors_stand_on_their_nodes_with_exact_numbers(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_role("link", name="two layers").click()
    expect(node(page, "W1")).to_contain_text("(2, 3)")
    page.get_by_role("slider", name="Step").press("End")
    expect(gradient(page, "W1").locator("[data-sign='-']")).to_have_text(["−0.686", "−1.37"])
    node(page, "W1").locator(".node-value span").nth(2).hover()
    expect(sentence(page)).to_have_text(re.compile(r"^W1\[0, 2\] = 0.8. grad\(loss, W1\[0, 2\]\) = 0.588"))
    whole = page.get_by_role("checkbox", name="Whole graph")
    expect(whole).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_nudge_moves_the_loss_by_the_gradient_times_epsilon(wide: Page) -> None:
    wide.goto(PAGE)
    wide.get_by_role("combobox", name="Variable to be nudged").select_option("w")
    nudged = wide.locator("[data-say=nudge]")
    expect(nudged).to_contain_text("loss goes from 1 to 1.03, so it moves by 0.03")
    expect(nudged).to_contain_text("3 · 0.01 = 0.03")
    wide.get_by_role("spinbutton", name="by ε =").fill("-0.5")
    expect(nudged).to_contain_text("3 · −0.5 = −1.5")
    expect(wide).to_have_url(re.compile("nudge=w&by=-0.5"))


def test_tensorflow_checks_every_gradient_as_soon_as_it_is_there(wide: Page) -> None:
    wide.goto(PAGE)
    rows = wide.get_by_role("region", name="Three answers to one question").get_by_role("row")
    expect(rows).to_have_text(
        ["variableoursTensorFlowcentral difference", "y_true−1−1−1", "x222", "w333", "b111"]
    )
    expect(wide.locator("[data-say=check]")).to_contain_text("Largest difference from TensorFlow: 0.")


def test_a_gradient_is_guessed_before_backward_shows_it(page: Page) -> None:
    page.goto(f"{PAGE}?predict=on&lit=w")
    guess = page.get_by_role("textbox", name="What is grad(loss, w)?")
    expect(gradient(page, "w")).to_have_text("?")
    expect(page.get_by_role("heading", name="The same in code")).to_be_hidden()
    guess.fill("2")
    guess.press("Enter")
    expect(page.locator("predict-number")).to_contain_text(
        "Not 2. Multiply along the path from the loss: 1 · 1 · 3."
    )
    guess.fill("3")
    guess.press("Enter")
    expect(page.locator("predict-number")).to_contain_text("Right: grad(loss, w) = 3.")
    expect(page.get_by_role("heading", name="The same in code")).to_be_visible()


def test_a_kink_is_explained_on_its_node(wide: Page) -> None:
    wide.goto(link("abs(x)", '{"x": 0}', "&step=3"))
    expect(gradient(wide, "x")).to_have_text("0")
    node(wide, "loss").hover()
    expect(sentence(wide)).to_contain_text("abs has a corner at 0")
