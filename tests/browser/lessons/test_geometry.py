"""Geometry: arrows dragged by pointer and keys, layers collapsed and bent, points told and guessed."""

import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from app.lessons.geometry import Question, explain
from tests.browser.conftest import Console
from tests.browser.lessons.picture import sentence

ROTATION = {"W": [[0.866, -0.5], [0.5, 0.866]]}
MOVED = {**ROTATION, "b": [0.5, 0.25]}
SHEAR = {"W": [[1, 0.7], [0, 1]]}
HALF = 4
"""Units from the middle of the picture to its edge."""


def link(*layers: dict[str, Any], **looks: Any) -> str:
    """The page with these layers, already played through."""
    question = Question.model_validate({"layers": layers})
    looks.setdefault("step", len(explain(question).steps) - 1)
    return f"/lessons/geometry?layers={quote(json.dumps(layers))}&" + "&".join(
        f"{k}={v}" for k, v in looks.items()
    )


def arrow(page: Page, name: str) -> Locator:
    """The arrow of a column of W, `0` or `1`, or of `b`."""
    return page.locator(f".plane-arrow[data-arrow='{name}']")


def expect_arrow(page: Page, name: str, place: str) -> None:
    """Wait until an arrow says where it is."""
    expect(arrow(page, name)).to_have_attribute("aria-label", re.compile(re.escape(f": {place}.")))


def entry(page: Page, name: str) -> Locator:
    """A number of a layer, such as `W1[0, 1]`."""
    return page.get_by_role("textbox", name=name, exact=True)


def code(page: Page) -> Locator:
    """The lines of NumPy."""
    return page.locator("[data-code=numpy] code")


def on_plane(page: Page, x: float, y: float) -> tuple[float, float]:
    """A place of the plane in pixels of the screen."""
    plane = page.locator("plane-picture svg")
    plane.scroll_into_view_if_needed()
    box = plane.bounding_box()
    assert box
    unit = box["width"] / (2 * HALF)
    return box["x"] + (HALF + x) * unit, box["y"] + (HALF - y) * unit


def drag(page: Page, start: tuple[float, float], *stops: tuple[float, float]) -> None:
    """Press at a place of the plane and move on, without letting go."""
    page.mouse.move(*on_plane(page, *start))
    page.mouse.down()
    for stop in stops:
        page.mouse.move(*on_plane(page, *stop), steps=4)


def test_it_plays_from_the_plane_to_what_the_layers_make_of_it(page: Page) -> None:
    page.goto("/lessons/geometry")
    expect(sentence(page)).to_contain_text("the plane before any layer")
    page.get_by_role("combobox", name="Speed").select_option("4×")
    expect(page.get_by_role("button", name="Replay")).to_be_visible()
    expect(sentence(page)).to_contain_text("One layer does the same")
    expect_arrow(page, "1", "(0.7, 1)")


def test_an_arrow_follows_the_pointer_and_the_numbers_follow_the_arrow(page: Page) -> None:
    page.goto(link({"W": [[1, 0], [0, 1]]}))
    expect_arrow(page, "0", "(1, 0)")
    drag(page, (1, 0), (1.5, 1), (2, 1.5))
    expect_arrow(page, "0", "(2, 1.5)")
    expect(entry(page, "W1[0, 0]")).to_have_value("2")
    expect(code(page)).to_contain_text("W1, b1 = np.array([[2.0, 0.0], [1.5, 1.0]])")
    page.mouse.up()
    expect(page).to_have_url(re.compile(re.escape(quote("[[2,0],[1.5,1]]", safe=","))))
    page.go_back()
    expect_arrow(page, "0", "(1, 0)")


def test_b_moves_everything(page: Page) -> None:
    page.goto(link({"W": [[1, 0], [0, 1]]}))
    expect_arrow(page, "b", "(0, 0)")
    drag(page, (0, 0), (-1, -0.5))
    page.mouse.up()
    expect_arrow(page, "b", "(−1, −0.5)")
    expect(page.locator("layer-card")).to_contain_text("translation by (−1, −0.5)")
    expect_arrow(page, "0", "(1, 0)")


def test_an_arrow_is_moved_by_keys(page: Page) -> None:
    page.goto(link({"W": [[1, 0], [0, 1]]}))
    expect_arrow(page, "1", "(0, 1)")
    arrow(page, "1").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowUp"):
        page.keyboard.press(key)
    expect_arrow(page, "1", "(0.2, 1.01)")
    expect(entry(page, "W1[0, 1]")).to_have_value("0.2")


def test_at_the_first_step_the_arrows_are_the_first_layers(page: Page) -> None:
    page.goto(link({"W": [[2, 0], [0, 1]]}, step=0))
    expect(sentence(page)).to_contain_text("where both will go")
    expect_arrow(page, "0", "(2, 0)")
    arrow(page, "0").focus()
    page.keyboard.press("ArrowUp")
    expect_arrow(page, "0", "(2, 0.1)")
    expect(sentence(page)).to_contain_text("W1·x")
    page.goto(link({"W": [[2, 0], [0, 1]]}, step=0))
    expect_arrow(page, "0", "(2, 0)")
    drag(page, (2, 0), (2, 1))
    expect_arrow(page, "0", "(2, 1)")
    page.mouse.up()


def test_a_typed_number_moves_its_arrow_and_renames_the_map(page: Page) -> None:
    page.goto(link({"W": [[1, 0], [0, 1]]}))
    expect(page.locator("layer-card")).to_contain_text("identity; determinant 1")
    entry(page, "W1[0, 1]").fill("0.7")
    entry(page, "W1[0, 1]").press("Tab")
    expect_arrow(page, "1", "(0.7, 1)")
    expect(page.locator("layer-card")).to_contain_text("shear along x by 0.7")
    entry(page, "W1[0, 0]").fill("much")
    entry(page, "W1[0, 0]").press("Tab")
    expect(entry(page, "W1[0, 0]")).to_have_accessible_description(
        "“much” is not a number from −1000 to 1000, so W1[0, 0] stays 1."
    )


def test_two_layers_are_one_until_relu_stands_between(page: Page) -> None:
    page.goto(link(MOVED, SHEAR))
    one = page.locator("one-layer")
    expect(one).to_contain_text("W = W2·W1 = ((1.216, 0.106), (0.5, 0.866))")
    expect(one).to_contain_text("b = W2·b1 + b2 = (0.675, 0.25)")
    page.get_by_role("group", name="Layer 1").get_by_role("checkbox", name="relu").check()
    expect(one).to_contain_text("relu stands between two layers")
    expect(sentence(page)).to_contain_text("No W·x + b does this")
    expect(sentence(page)).to_contain_text("lies half way between")


def test_layers_are_added_and_removed(page: Page) -> None:
    page.goto(link(MOVED))
    add = page.get_by_role("button", name="Add a layer")
    for count in (2, 3, 4):
        add.click()
        expect(page.locator("layer-card")).to_have_count(count)
    expect(add).to_be_disabled()
    page.get_by_role("button", name="Remove layer 1").click()
    expect(page.locator("layer-card")).to_have_count(3)
    expect(entry(page, "W1[0, 0]")).to_have_value("1")


def test_a_point_tells_its_way_by_pointer_and_by_keys(page: Page) -> None:
    page.goto(link({"W": [[2, 0], [0, 1]], "b": [0, -1]}))
    expect(sentence(page)).to_contain_text("translation")
    page.mouse.move(*on_plane(page, 3, 1))
    expect(sentence(page)).to_have_text("(1.5, 2) → (2·1.5 + 0·2, 0·1.5 + 1·2 + −1) = (3, 1)")
    page.mouse.move(0, 0)
    expect(sentence(page)).to_contain_text("translation")
    page.locator("plane-picture svg").focus()
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_have_text("(0.5, 0) → (2·0.5 + 0·0, 0·0.5 + 1·0 + −1) = (1, −1)")


def test_a_real_digit_lies_on_the_plane_and_in_the_link(page: Page) -> None:
    page.goto(link(MOVED))
    page.get_by_role("radio", name="real digit").check(force=True)
    ink = page.locator("plane-picture .digit path").last
    expect(ink).to_have_attribute("d", re.compile(r"^M.*L"))
    expect(page).to_have_url(re.compile("digit=0"))
    before = ink.get_attribute("d")
    page.get_by_role("button", name="Another digit").click()
    expect(ink).not_to_have_attribute("d", before or "")
    page.get_by_role("radio", name="grid").check(force=True)
    expect(ink).to_have_attribute("d", "")


def test_a_guess_is_judged_before_anything_is_shown(page: Page) -> None:
    page.goto(link(MOVED, predict="on"))
    guess = page.get_by_role("textbox", name="Where does (1, 1) land?")
    expect(page.locator(".lesson-code")).to_be_hidden()
    guess.fill("(0.366, 1.366)")
    guess.press("Enter")
    expect(page.locator("predict-point")).to_contain_text("That is without b")
    guess.fill("0.866, 1.616")
    guess.press("Enter")
    expect(page.locator("predict-point")).to_contain_text("Right: (1, 1) lands at (0.866, 1.616).")
    expect(code(page)).to_be_visible()


def test_a_layer_that_leaves_the_plane_is_mended_by_a_button(page: Page, console: Console) -> None:
    console.expect("422")
    layers = quote(json.dumps([{"W": [[1, 2, 3], [4, 5, 6]]}]))
    page.goto(f"/lessons/geometry?layers={layers}")
    expect(page.locator("problem-note")).to_contain_text("Layer 1 does not take the plane to the plane.")
    page.get_by_role("button", name="cut or fill it up").click()
    expect(entry(page, "W1[1, 1]")).to_have_value("5")


def test_an_example_is_a_question(page: Page) -> None:
    page.goto(link(MOVED))
    page.get_by_role("link", name="reflection").click()
    expect(page.locator("layer-card")).to_contain_text("reflection across the line at 45°; determinant −1")
    expect(page.get_by_role("link", name="reflection")).to_have_attribute("aria-current", "true")


PURE = """async (layers) => {
  const script = document.querySelector("script[src*='lessons/geometry.js']").src;
  const [plane, figures, digits] = await Promise.all(
    ["plane", "plane-figures", "digits-api"].map((name) => import(new URL(`../lib/${name}.js`, script))));
  const squares = figures.digitSquares((await digits.getDigit("test", 0)).pixels).flat();
  const points = [...figures.GRID_POINTS, ...squares.map(([corner]) => corner)];
  const images = points.map((point) => plane.through(layers, point));
  return { points, images, steps: plane.stepsOf(layers) };
}"""


@pytest.mark.parametrize("relus", [(False, False, False), (True, False, True), (False, True, False)])
def test_what_moves_under_the_pointer_is_what_the_server_computes(
    wide: Page, relus: tuple[bool, ...]
) -> None:
    numbers = [MOVED, {"W": [[1, -1], [1, 1]], "b": [0, -1]}, {**SHEAR, "b": [0, 0]}]
    layers = [{**layer, "relu": relu} for layer, relu in zip(numbers, relus, strict=True)]
    wide.goto(link(*layers))
    drawn = wide.evaluate(PURE, layers)
    trace = explain(Question.model_validate({"layers": layers, "points": {"values": drawn["points"]}}))
    assert len(drawn["points"]) > 81 + 50
    assert drawn["images"] == [pytest.approx(image, abs=1e-12) for image in trace.result.values]
    assert drawn["steps"] == [{"kind": step.kind, "layer": step.layer} for step in trace.steps]


def test_no_width_makes_the_page_scroll_sideways(page: Page) -> None:
    page.goto(link(MOVED, MOVED, MOVED, MOVED))
    expect(page.locator("layer-card")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
