"""Lessons on the tensors of a run: by an example, by hand and by keys, moved through the training, mended."""

import re
from io import BytesIO

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.lessons.picture import cell, grid, sentence

STEP = 938
MOMENT = f"@recorded:{STEP}"
AT = f'"run":"recorded","step":{STEP}'


def tensors(page: Page, step: int) -> dict[str, np.ndarray]:
    """The tensors of that step, as the code of the lessons loads them."""
    answer = page.request.get(f"/api/runs/recorded/tensors/{step}/tensors.npz")
    return dict(np.load(BytesIO(answer.body())))


def test_an_example_of_a_run_shows_its_numbers_and_code_that_loads_them(page: Page) -> None:
    page.goto("/lessons/broadcasting")
    page.get_by_role("link", name="X·W1 + b1").click()
    expect(page).to_have_url(re.compile("a=XW1%40"))
    page.goto("/lessons/broadcasting?a=XW1%40recorded%3A2345&b=b1%40recorded%3A2345&op=add")
    expect(grid(page, "a")).to_contain_text(re.compile(r"the first \(\d, 10\) of \(128, 512\)"))
    expect(page.get_by_label("Tensor that is a")).to_have_value("XW1")
    expect(page.locator("[data-code=numpy]")).to_contain_text('np.load("recorded-2345-tensors.npz")["b1"]')
    real = tensors(page, 2345)
    cell(page, "result", "[1, 2]").hover()
    a, b, z = re.findall(r"= .* = (\S+) \+ \(?(\S+?)\)? = (\S+)$", sentence(page).inner_text())[0]
    read = [float(text.replace("−", "-")) for text in (a, b, z)]
    assert np.allclose(read, [real["XW1"][1, 2], real["b1"][2], real["Z1"][1, 2]], atol=1e-4)


def test_by_keys_both_operands_move_through_the_training_together(wide: Page) -> None:
    wide.goto(f"/lessons/broadcasting?a=XW1{MOMENT}&b=b1{MOMENT}")
    slider = wide.get_by_label("Moment of a")
    expect(slider).to_have_attribute("aria-valuetext", "after 938 updates")
    expect(slider).to_be_enabled()
    slider.press("ArrowLeft")
    expect(wide).to_have_url(re.compile(r"a=XW1%40recorded%3A469&b=b1%40recorded%3A469"))
    expect(wide.get_by_label("Moment of b")).to_have_attribute("aria-valuetext", "after 469 updates")
    expect(wide.locator("[data-code=numpy]")).to_contain_text("recorded-469-tensors.npz")


def test_the_leaves_of_a_tape_move_through_the_training_together(wide: Page) -> None:
    leaves = (
        f'{role}s={{"{name}":{{"name":"{name}",{AT}}}}}'
        for role, name in (("variable", "b2"), ("constant", "A1W2"))
    )
    wide.goto("/lessons/gradient_tape?expression=A1W2+%2B+b2&" + "&".join(leaves))
    slider = wide.get_by_label("Moment of b2")
    expect(slider).to_be_enabled()
    slider.press("ArrowLeft")
    expect(wide.get_by_label("Moment of A1W2")).to_have_attribute("aria-valuetext", "after 469 updates")
    expect(wide.locator("[data-code=numpy]")).to_contain_text('np.load("recorded-469-tensors.npz")["A1W2"]')


def test_a_variable_of_a_graph_is_one_number_of_a_run_and_moves_with_it(page: Page) -> None:
    page.goto(f'/lessons/backpropagation?expression=2*w&values={{"w":{{"name":"W1","slice":"1,+2",{AT}}}}}')
    cut = page.get_by_label("Cut out of w")
    cut.fill("400, 7")
    cut.press("Enter")
    node = page.get_by_role("group", name="The computation graph").get_by_label(re.compile("^w"))
    for step, key in ((STEP, None), (469, "ArrowLeft")):
        if key:
            expect(page.get_by_label("Moment of w")).to_be_enabled()
            page.get_by_label("Moment of w").press(key)
        weight = f"{tensors(page, step)['W1'][400, 7]:.4g}".replace("-", "−")
        expect(node).to_contain_text(weight)
        expect(page.locator("[data-code=numpy]")).to_contain_text(
            f'recorded-{step}-tensors.npz")["W1"][400, 7]'
        )
    page.get_by_role("button", name="w from a run").click()
    expect(page).to_have_url(re.compile(r"values=%7B%22w%22%3A1%7D"))


def test_two_neurons_of_a_run_are_points_of_the_plane_that_relu_folds(still: Page) -> None:
    still.goto("/lessons/geometry")
    still.get_by_role("link", name="relu of two neurons").click()
    expect(still).to_have_url(re.compile("points=Z1"))
    relu = '[{"W":[[1,0],[0,1]],"relu":true}]'
    still.goto(f"/lessons/geometry?layers={relu}&points=Z1[:,+4:6]{MOMENT}&step=3")
    expect(still.locator("[data-say=points]")).to_have_text("Each dot is one of the 128 rows of Z1[:, 4:6].")
    dots = still.locator("plane-picture .dots")
    expect(dots).to_have_attribute("d", re.compile("^M"))
    drawn = [pair.split() for pair in re.findall(r"M([^L]+)L", dots.get_attribute("d") or "")]
    assert np.allclose(np.array(drawn, float) * [1, -1], tensors(still, STEP)["A1"][:, 4:6], atol=1e-3)
    expect(still.locator("[data-code=numpy]")).to_contain_text('["Z1"][:, 4:6]')
    still.get_by_role("radio", name="grid").check(force=True)
    expect(dots).to_have_attribute("d", "")
    expect(still.get_by_label("Tensor that is points")).to_be_hidden()


def test_by_hand_a_run_gives_its_tensors_by_name(wide: Page) -> None:
    wide.goto("/lessons/element_wise?op=relu")
    wide.get_by_role("group", name="Tensor a").get_by_role("radio", name="run").check(force=True)
    expect(wide).to_have_url(re.compile("a=Z1%40"))
    wide.goto("/lessons/element_wise?op=relu&a=Z1%40recorded%3A2345")
    wide.get_by_label("Tensor that is a").select_option("db1")
    expect(wide).to_have_url(re.compile("a=db1%40"))
    expect(grid(wide, "a")).to_contain_text("the first (10,) of (512,)")
    wide.go_back()
    expect(wide.get_by_label("Tensor that is a")).to_have_value("Z1")
    wide.get_by_label("Cut out of a").fill("0:2, 5:8")
    wide.get_by_label("Cut out of a").press("Enter")
    expect(wide).to_have_url(re.compile(r"a=Z1%5B0%3A2,\+5%3A8%5D%40recorded"))
    expect(grid(wide, "a").get_by_role("gridcell")).to_have_count(6)
    expect(wide.locator("[data-code=numpy]")).to_contain_text('["Z1"][0:2, 5:8]')


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (f"dot_product?a=X{MOMENT}&b=W1{MOMENT}", '["W1"]'),
        (f"reshaping?a=X{MOMENT}&ops=transpose()", '["X"]'),
        (f"tensors?a=y{MOMENT}", '["y"]'),
    ],
)
def test_other_lessons_take_them_too(wide: Page, question: str, told: str) -> None:
    wide.goto(f"/lessons/{question}")
    expect(wide.locator("[data-code=numpy]")).to_contain_text(told)
    expect(wide.locator("problem-note").first).to_be_empty()


def test_a_moment_that_was_not_kept_is_mended_by_a_button(wide: Page, console: Console) -> None:
    console.expect("404")
    wide.goto("/lessons/element_wise?op=relu&a=Z1@recorded:900")
    wide.get_by_role("button", name="after 938 updates").click()
    expect(wide).to_have_url(re.compile("a=Z1%40recorded%3A938"))
    expect(wide.locator("problem-note").first).to_be_empty()


def test_the_way_of_a_network_lies_over_its_losses_and_the_plane_turns_to_any_moment(page: Page) -> None:
    page.goto("/lessons/gradient_descent")
    page.get_by_role("link", name="the way of all its weights").click()
    expect(page).to_have_url(re.compile("function=plane%40"))
    page.goto("/lessons/gradient_descent?function=plane%40recorded")
    expect(page.locator("[data-say=plane]")).to_contain_text("through the weights after 0, ")
    page.get_by_role("slider", name="Step", exact=True).press("Home")
    expect(sentence(page)).to_contain_text("Before the first update. The loss is 2.")
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_contain_text(re.compile("After 1 update.*beside the plane"))
    turn = page.get_by_role("button", name="Let the plane go through this moment")
    turn.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("function=plane%40recorded%3A1(&|$)"))
    expect(page.locator("[data-say=plane]")).to_contain_text("after 0, 1, 2,345 updates")
    expect(page.locator("[data-code=numpy]")).to_contain_text("recorded-{step}.npz")
    page.locator("select[name=function]").select_option("bowl")
    expect(page.get_by_role("textbox", name="Start")).to_be_visible()
    expect(turn).to_be_hidden()
