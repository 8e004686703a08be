"""Drawing: ink by pointer, touch and keys; the answer and every stage on the way; a link holds it all."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Console, OpenPage

SEVEN = [(85, 75), (195, 75), (160, 140), (125, 215)]
ONE = [(140, 60), (140, 220)]
SHEET = 280
RECORDED = "/draw?run=recorded"
# The colours of a picture's pixels, row after row.
COLOURS = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return Array.from({ length: data.length / 4 }, (_, i) => data.slice(4 * i, 4 * i + 3).join(" "));
}"""


def draw(page: Page, points: list[tuple[int, int]]) -> None:
    """One stroke of the mouse through points of the 280 × 280 sheet."""
    begin_to_draw(page, points)
    page.mouse.up()


def begin_to_draw(page: Page, points: list[tuple[int, int]]) -> None:
    """The same, with the button still down."""
    box = page.locator("draw-pad").bounding_box()
    assert box
    where = [(box["x"] + x * box["width"] / SHEET, box["y"] + y * box["height"] / SHEET) for x, y in points]
    page.mouse.move(*where[0])
    page.mouse.down()
    for x, y in where[1:]:
        page.mouse.move(x, y, steps=8)


def expect_answer(page: Page, label: int) -> None:
    """Wait until the network takes the drawing for that digit."""
    expect(page.locator("[data-say=winner]")).to_have_text(str(label))


def test_a_real_digit_and_its_answer_are_there_at_first(page: Page) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    expect(page.locator("[data-say=digit]")).to_contain_text("label is 7")


def test_a_drawn_digit_is_recognised_and_can_be_undone_and_cleared(page: Page) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    draw(page, ONE)
    expect_answer(page, 1)
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_text("Draw a digit here")).to_be_visible()
    expect(page.locator(".layers")).to_contain_text("Nothing is drawn")
    expect(page.locator("[data-stage=flatten] output")).to_contain_text("(784,)")
    draw(page, SEVEN)
    expect_answer(page, 7)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Draw a digit here")).to_be_visible()


def test_a_finger_draws(open_page: OpenPage) -> None:
    page = open_page(390, 844, touch=True)
    page.goto(RECORDED)
    expect_answer(page, 7)
    box = page.locator("draw-pad").bounding_box()
    assert box
    touch = page.context.new_cdp_session(page)
    middle = box["x"] + box["width"] / 2
    for kind, y in [("touchStart", 60), *[("touchMove", y) for y in range(70, 220, 10)], ("touchEnd", None)]:
        points = [] if y is None else [{"x": middle, "y": box["y"] + y * box["height"] / SHEET}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect_answer(page, 1)


def test_keys_move_the_pen_and_ink(page: Page) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    page.get_by_role("button", name="Clear").click()
    pad = page.get_by_role("application", name="Drawing sheet")
    pad.focus()
    for _ in range(16):
        pad.press("ArrowUp")
    pad.press("Enter")
    for _ in range(32):
        pad.press("ArrowDown")
    pad.press("Enter")
    expect_answer(page, 1)


def test_the_ten_probabilities_add_up_and_the_winner_is_said_in_words(page: Page) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    expect(page.locator("[data-say=verdict]")).to_have_text(re.compile(r"7, 9\d\.\d\d.%"))
    expect(page.locator("[data-say=aloud]")).to_contain_text("7")


@pytest.mark.parametrize("stage", ["crop", "box", "centre", "scale"])
def test_each_stage_is_shown_and_can_be_switched_off(page: Page, stage: str) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    switch = page.get_by_role("checkbox", name=stage)
    with page.expect_response("**/api/predictions") as asked:
        switch.uncheck()
    assert f'"{stage}"' not in (asked.value.request.post_data or "")
    expect(page).to_have_url(re.compile(rf"off={stage}"))
    page.reload()
    expect(page.get_by_role("checkbox", name=stage)).not_to_be_checked()


def test_the_activations_of_a_hidden_layer_are_a_picture_and_each_can_be_asked(page: Page) -> None:
    with page.expect_response("**/api/predictions") as answered:
        page.goto(RECORDED)
    values = answered.value.json()["layers"][0]["values"]
    hidden = page.locator(".layers [data-layer='hidden 1']")
    expect(hidden).to_contain_text(f"{sum(value > 0 for value in values)} of 512 units answer")
    colours = hidden.locator("canvas").evaluate(COLOURS)
    silent = colours[values.index(0)]
    assert len(colours) == len(values) == 512
    assert {colour for colour, value in zip(colours, values, strict=True) if value == 0} == {silent}
    assert colours[values.index(max(values))] != silent
    hidden.locator("pixel-picture").focus()
    hidden.locator("pixel-picture").press("ArrowRight")
    expect(hidden.locator("output")).to_have_text(
        re.compile(r"^unit 1: relu\(dot\(x, W1\[:, 1\]\) \+ b1\[1\]\)")
    )
    told = float(hidden.locator("output").inner_text().split(" = ")[1])
    assert told == pytest.approx(values[1], rel=1e-6)


def test_the_output_layer_stands_as_ten_bars_and_each_can_be_asked(page: Page) -> None:
    with page.expect_response("**/api/predictions") as answered:
        page.goto(RECORDED)
    probabilities = answered.value.json()["layers"][-1]["values"]
    output = page.locator(".layers [data-layer=output]")
    bars = output.get_by_role("listitem")
    expect(bars).to_have_count(10)
    bars.nth(0).focus()
    bars.nth(0).press("ArrowRight")
    expect(output.locator("output")).to_contain_text("[1] = ")
    told = float(output.locator("output").inner_text().split(" = ")[1])
    assert told == pytest.approx(probabilities[1], rel=1e-6)


def test_a_test_digit_lies_on_the_sheet_as_it_is(page: Page) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    page.get_by_role("button", name="Next test digit").click()
    expect(page.locator("[data-say=digit]")).to_contain_text("label is 2")
    expect_answer(page, 2)
    expect(page).to_have_url(re.compile("digit=1"))


def test_a_test_digit_that_is_not_there_is_refused_calmly(page: Page) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    index = page.get_by_role("textbox", name="Index of the test digit")
    for typed in ("10000", "-1", "abc"):
        index.fill(typed)
        index.press("Enter")
        expect(index).to_have_attribute("aria-invalid", "true")
        expect(page.locator("[data-say=digit]")).to_have_text("Test digits go from 0 to 9,999.")
    index.fill("9,999")
    index.press("Enter")
    expect(page.locator("[data-say=digit]")).to_contain_text("Test digit 9999.")


def test_a_link_holds_the_drawing(page: Page) -> None:
    page.goto(RECORDED)
    expect_answer(page, 7)
    draw(page, ONE)
    expect_answer(page, 1)
    page.wait_for_url(re.compile("#"))
    link = page.url
    page.goto("/")
    page.goto(link)
    expect_answer(page, 1)


def test_an_unknown_run_is_told_and_the_way_back_offered(wide: Page, console: Console) -> None:
    console.expect("404")
    wide.goto("/draw?run=nosuchrun")
    expect(wide.get_by_text("There is no such run.")).to_be_visible()
    wide.get_by_role("button", name="Ask the newest network").click()
    expect_answer(wide, 7)


def test_while_keys_draw_the_answer_moves_and_is_read_out_when_the_pen_is_lifted(wide: Page) -> None:
    wide.goto(RECORDED)
    expect_answer(wide, 7)
    wide.get_by_role("button", name="Clear").click()
    aloud, pad = wide.locator("[data-say=aloud]"), wide.locator("draw-pad")
    expect(aloud).to_have_text("The sheet is empty.")
    pad.press("Enter")
    for _ in range(16):
        pad.press("ArrowDown")
    expect_answer(wide, 1)
    expect(aloud).to_have_text("The sheet is empty.")
    pad.press("Enter")
    expect(aloud).to_contain_text("Looks like a 1")


def test_undo_is_a_key_wherever_one_is(wide: Page) -> None:
    wide.goto(RECORDED)
    expect_answer(wide, 7)
    draw(wide, ONE)
    expect_answer(wide, 1)
    wide.get_by_role("checkbox", name="crop").focus()
    wide.keyboard.press("Control+z")
    expect_answer(wide, 7)
    wide.keyboard.press("Control+Shift+Z")
    expect_answer(wide, 1)
    wide.locator("main").click(position={"x": 1, "y": 1})
    wide.keyboard.press("Control+z")
    expect_answer(wide, 7)
