"""Gradient descent: stepped, the ball and the sliders moved, slopes asked, ends guessed and mended."""

import json
import re
from typing import Any
from urllib.parse import quote

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from app.lessons.gradient_descent import PRESETS, Question, explain
from tests.browser.conftest import Console, held_back
from tests.browser.lessons.picture import sentence

PAGE = "/lessons/gradient_descent"
QUESTIONS = dict(PRESETS)


def link(title: str, **looks: Any) -> str:
    """A preset, as somebody finds it who has seen it to its end."""
    question = QUESTIONS[title]
    looks.setdefault("step", len(explain(Question.model_validate(question)).steps) - 1)
    asked = {name: part if isinstance(part, str) else json.dumps(part) for name, part in question.items()}
    return f"{PAGE}?" + "&".join(f"{name}={quote(str(value))}" for name, value in {**asked, **looks}.items())


def start(page: Page) -> Locator:
    """The ball's start, which can be moved."""
    return page.get_by_role("button", name=re.compile("The start, at"))


def rate(page: Page) -> Locator:
    """The learning rate of the first optimiser."""
    return page.get_by_role("spinbutton", name="learning rate").first


def ways(page: Page) -> list[str]:
    """What is drawn of each way."""
    return [path.get_attribute("d") or "" for path in page.locator("descent-picture .way .line").all()]


def picture_place(page: Page, x: float, y: float) -> tuple[float, float]:
    """A place of the picture, as shares of its width and height, in pixels of the screen."""
    picture = page.locator("descent-picture svg")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


def test_it_runs_and_is_stepped_forward_and_back(page: Page) -> None:
    page.goto(PAGE)
    expect(page.get_by_role("button", name="Replay")).to_be_visible()
    expect(sentence(page)).to_contain_text("Step 20.")
    expect(sentence(page)).to_contain_text("at the bottom")
    page.get_by_role("slider", name="Step", exact=True).press("Home")
    expect(sentence(page)).to_have_text(
        "The start. At x = −2.5 the loss is 6.25. The gradient there is −5: it points uphill."
    )
    page.get_by_role("button", name="Forward").click()
    expect(sentence(page)).to_have_text(
        "Step 1. The gradient is −5. SGD moves by 0.5 to x = −2: the loss falls from 6.25 to 4."
    )
    page.locator("h1").click()
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_contain_text("Step 2.")
    page.keyboard.press("ArrowLeft")
    expect(sentence(page)).to_contain_text("Step 1.")
    expect(page).to_have_url(re.compile("step=1$"))


def test_the_learning_rate_takes_effect_while_it_is_slid(page: Page) -> None:
    page.goto(link("too small"))
    expect(page.locator("optimizer-card")).to_contain_text("still on its way")
    before = ways(page)
    slider = page.get_by_role("slider", name="learning rate, slider")
    for _ in range(15):
        slider.press("ArrowRight")
    expect(rate(page)).to_have_value("0.1")
    expect(page.locator("optimizer-card")).to_contain_text("at the bottom")
    assert ways(page) != before
    expect(page).not_to_have_url(re.compile("optimizers="))
    page.go_back()
    expect(rate(page)).to_have_value("0.08")


def test_what_diverges_says_why_and_is_mended_by_a_button(page: Page) -> None:
    page.goto(link("too large"))
    expect(page.locator(".diverged")).to_contain_text("SGD diverges.")
    expect(page.locator("optimizer-card")).to_contain_text("the learning rate is too large")
    expect(page.locator("descent-picture .way-head")).to_have_attribute("data-outside", "")
    page.get_by_role("button", name="SGD: learning rate 0.5").click()
    expect(page.locator(".diverged")).to_be_empty()
    expect(rate(page)).to_have_value("0.5")


def test_the_ball_is_placed_by_pointer_by_keys_and_by_number(wide: Page) -> None:
    wide.goto(link("a ravine"))
    expect(start(wide)).to_have_attribute("aria-label", re.compile(re.escape("(−5.5, 2)")))
    wide.mouse.move(*picture_place(wide, 0.75, 0.5))
    wide.mouse.down()
    wide.mouse.move(*picture_place(wide, 0.75, 0.25), steps=3)
    wide.mouse.up()
    expect(start(wide)).to_have_attribute("aria-label", re.compile(re.escape("at (3, 1.5)")))
    expect(wide.get_by_role("textbox", name="Start")).to_have_value("3, 1.5")
    expect(wide).to_have_url(re.compile(re.escape(f"start={quote('[3,1.5]', safe=',')}")))
    start(wide).press("ArrowLeft")
    expect(start(wide)).to_have_attribute("aria-label", re.compile(re.escape("at (2.8, 1.5)")))
    typed = wide.get_by_role("textbox", name="Start")
    typed.fill("(−1, 2)")
    typed.press("Enter")
    expect(start(wide)).to_have_attribute("aria-label", re.compile(re.escape("at (−1, 2)")))


def test_a_late_answer_takes_no_ball_out_of_the_hand(wide: Page) -> None:
    wide.goto(link("a ravine"))
    expect(start(wide)).to_have_attribute("aria-label", re.compile(re.escape("(−5.5, 2)")))
    asked = held_back(wide, "**/api/lessons/gradient_descent")
    wide.mouse.move(*picture_place(wide, 0.75, 0.5))
    wide.mouse.down()
    wide.mouse.move(*picture_place(wide, 0.75, 0.25))
    asked[0].continue_()
    expect(start(wide)).to_have_attribute("aria-label", re.compile(re.escape("at (3, 0)")))
    wide.mouse.up()
    expect(wide).to_have_url(re.compile(re.escape(f"start={quote('[3,1.5]', safe=',')}")))


def test_a_finger_places_the_ball(open_page: Any) -> None:
    phone = open_page(390, 844, touch=True)
    phone.goto(link("a ravine"))
    expect(start(phone)).to_have_attribute("aria-label", re.compile("loss of 5.513"))
    phone.touchscreen.tap(*picture_place(phone, 0.25, 0.75))
    expect(start(phone)).to_have_attribute("aria-label", re.compile(r"at \(−(3|2\.9\d?|3\.0\d), −1\.[45]"))


def test_the_slope_under_the_pointer_is_told_by_pointer_and_by_keys(page: Page) -> None:
    page.goto(link("downhill"))
    expect(sentence(page)).to_contain_text("Step 20")
    page.mouse.move(*picture_place(page, 0.75, 0.3))
    expect(sentence(page)).to_contain_text(
        re.compile(r"At x = 1\.5\d* the loss is .* uphill is to the right")
    )
    expect(page.locator("descent-picture .slope")).to_have_attribute("data-sign", "1")
    page.mouse.move(0, 0)
    expect(sentence(page)).to_contain_text("Step 20")
    page.locator("descent-picture svg").press("ArrowLeft")
    expect(sentence(page)).to_contain_text("At x = −0.1 the loss is 0.01 and the gradient −0.2.")


def test_a_kink_is_explained_where_it_is(wide: Page) -> None:
    wide.goto(link("a kink"))
    wide.get_by_role("link", name="relu(x)").click()
    expect(wide.get_by_role("textbox", name="loss, of x or of x and y")).to_have_value("relu(x)")
    expect(wide.locator("[data-code=numpy] code")).to_contain_text("np.maximum(x, 0)")
    wide.locator("descent-picture svg").press("ArrowLeft")
    expect(sentence(wide)).to_contain_text("nothing to follow")
    wide.keyboard.press("ArrowRight")
    expect(sentence(wide)).to_have_text(
        "At x = 0 the loss is 0 and the gradient 0."
        " relu has a corner at 0, where its slope jumps from 0 to 1; TensorFlow takes 0."
    )


def test_a_surface_is_drawn_with_contours_and_its_gradient_is_an_arrow(wide: Page) -> None:
    wide.goto(link("the race"))
    expect(wide.locator("descent-picture .contours path")).to_have_count(16)
    expect(wide.locator("descent-picture .way-head text")).to_have_text(["A", "B", "C", "D", "E", "F"])
    wide.mouse.move(*picture_place(wide, 0.5, 0.5))
    expect(sentence(wide)).to_have_text(
        "At (0, 0) the loss is 170 and the gradient (−14, −22)."
        " The arrow points to where the loss grows fastest, by 26.08 a unit; a step goes the other way."
    )
    expect(wide.locator("loss-chart")).to_have_attribute("aria-label", re.compile("At the end SGD: .*Adam: "))


def test_the_chapters_loop_goes_two_ways(wide: Page) -> None:
    wide.goto(link("the chapter’s loop"))
    cards = wide.locator("optimizer-card")
    expect(cards.nth(0)).to_contain_text("jumps to and fro")
    expect(cards.nth(1)).to_contain_text("is there after")
    written, mended = ways(wide)
    assert written != mended
    lines = wide.locator("[data-code=numpy] code").text_content() or ""
    assert lines.count("past_velocity = velocity\n") == 1
    names: dict[str, Any] = {}
    exec(lines, names)
    [ball] = [place for place in names["result"] if abs(place[0]) < 1]
    expect(cards.nth(1)).to_contain_text(f"x = {ball[0]:.4g}")
    assert np.min(np.abs(names["result"])) ** 2 <= 0.01


def test_optimisers_are_added_changed_and_removed(page: Page) -> None:
    page.goto(link("downhill"))
    page.get_by_role("button", name="Add an optimizer").click()
    expect(page.locator("optimizer-card")).to_have_count(2)
    page.get_by_role("group", name="Optimizer B").get_by_role("combobox").select_option("Adam")
    expect(page.get_by_role("spinbutton", name="beta 1")).to_have_value("0.9")
    expect(sentence(page)).to_contain_text("Adam")
    page.get_by_role("button", name="Remove A").click()
    expect(page.locator("optimizer-card")).to_have_count(1)
    expect(page.locator("optimizer-card select")).to_have_value("adam")


def test_an_expression_of_ones_own_is_drawn_or_refused_at_its_place(wide: Page, console: Console) -> None:
    wide.goto(link("downhill"))
    wide.get_by_role("combobox", name="Landscape").select_option("my own")
    field = wide.get_by_role("textbox", name="loss, of x or of x and y")
    expect(field).to_have_value("x ** 2")
    field.fill("x ** 2 + y ** 4")
    field.press("Enter")
    expect(wide.locator("descent-picture .contours")).to_be_attached()
    expect(wide.locator("[data-code=keras] code")).to_contain_text("return x ** 2 + y ** 4")
    console.expect("422")
    field.fill("sine(x)")
    field.press("Enter")
    expect(wide.locator("expression-field mark")).to_have_text("sine")
    wide.get_by_role("button", name="sin", exact=True).click()
    expect(field).to_have_value("sin(x)")
    expect(wide.locator("problem-note").first).to_be_empty()


@pytest.mark.parametrize(
    ("title", "wrong", "hint", "right"),
    [
        ("stuck", "at the lowest place", "the gradient is as good as 0", "stuck above it"),
        ("momentum escapes", "A SGD", "Another one comes lower than SGD.", "B momentum"),
    ],
)
def test_a_guess_comes_before_the_answer(page: Page, title: str, wrong: str, hint: str, right: str) -> None:
    page.goto(link(title, predict="on"))
    expect(page.get_by_role("button", name=right)).to_be_visible()
    expect(page.locator("loss-chart")).to_be_hidden()
    expect(page.locator("descent-picture .way")).to_have_count(0)
    page.get_by_role("button", name=wrong).click()
    expect(page.locator("predict-choice")).to_contain_text(hint)
    page.get_by_role("button", name=right).click()
    expect(page.locator("predict-choice")).to_contain_text("Right.")
    expect(page.locator("loss-chart")).to_be_visible()
    expect(page.locator("descent-picture .way").first).to_be_attached()


def test_no_width_makes_the_page_scroll_sideways(page: Page) -> None:
    page.goto(link("the race"))
    expect(page.locator("optimizer-card")).to_have_count(6)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
