"""Tensors are looked at by pointer and by key: facts, dtypes, slices, real digits, batches."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Console
from tests.browser.lessons.picture import guess


def test_the_facts_of_a_tensor_are_told_one_after_the_other_by_key(page: Page) -> None:
    page.goto("/lessons/tensors")
    said, marked = page.locator("[data-say=sentence]"), page.locator("#facts [aria-current]")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("slider", name="Step").focus()
    page.keyboard.press("Home")
    expect(said).to_contain_text("2 axes, one for each level of brackets")
    expect(marked).to_have_text(".ndim2")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("3 × 6 = 18 values")
    page.keyboard.press("End")
    expect(said).to_contain_text("18 × 8 bytes = 144 bytes")
    expect(marked).to_have_text([".strides(48, 8)", ".nbytes144"])


def test_every_preset_is_drawn_or_mends_itself(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto("/lessons/tensors")
    expect(wide.locator("#facts")).to_contain_text("(3, 6)")
    for name, shape in [
        ("a scalar", "()"),
        ("a vector", "(5,)"),
        ("rank 5", "(2, 2, 3, 3, 3)"),
        ("strings", "<U5"),
    ]:
        wide.get_by_role("link", name=name).click()
        expect(wide.locator("#facts")).to_contain_text(shape)
    expect(wide.get_by_role("gridcell", name="a[0, 1] = 'horse'")).to_be_visible()
    wide.get_by_role("link", name="uneven lists").click()
    expect(wide.locator("problem-note")).to_contain_text("a[1] is a list of 2")
    wide.get_by_role("button", name="fill up with 0").click()
    expect(wide.get_by_role("gridcell", name="a[1, 2] = 0")).to_be_visible()


def test_another_dtype_shows_what_it_changes(page: Page) -> None:
    page.goto("/lessons/tensors?a=[0,256,300]")
    page.get_by_label("as dtype").select_option("uint8")
    lost = page.get_by_role("region", name="What the switch of the dtype changes")
    expect(lost).to_contain_text("2 of 3 values are others now")
    expect(lost).to_contain_text("300 mod 256 = 44")
    page.get_by_role("gridcell", name="result[2] = 44").hover()
    expect(page.locator("[data-say=sentence]")).to_have_text("result[2] = 44, taken from a[2] = 300.")
    page.get_by_label("as dtype").select_option("")
    expect(lost).to_be_hidden()


def test_a_typed_slice_marks_what_it_keeps_and_is_a_link(page: Page, console: Console) -> None:
    console.expect("422")
    page.goto("/lessons/tensors?a=4x6")
    slicing = page.get_by_label("Slice of a")
    slicing.press_sequentially("1:3, ::2")
    expect(page.locator("tensor-grid[data-name=a] [data-lit]")).to_have_count(6)
    slicing.press("Enter")
    expect(page).to_have_url(re.compile(r"slice=1"))
    page.reload()
    expect(page.locator("#facts")).to_contain_text("(2, 3)")
    page.get_by_label("Slice of a").fill("9")
    expect(page.locator("problem-note")).to_contain_text("Axis 0 is 4 long, so it has no index 9")
    page.get_by_role("button", name="a[3, :]").click()
    expect(page.locator("#facts")).to_contain_text("(6,)")


def test_what_is_too_large_or_cannot_be_held_says_so(wide: Page) -> None:
    described = wide.get_by_text("So many values are not made, only described")
    wide.goto("/lessons/tensors?a=60000x28x28&step=3")
    expect(described).to_be_visible()
    expect(wide.locator("#facts")).to_contain_text("376,320,000")
    wide.goto("/lessons/tensors?a=[9007199254740993,1.5]&step=2")
    expect(wide.locator("[data-say=sentence]")).to_contain_text("9007199254740993 became 9007199254740992")
    expect(described).to_be_hidden()


def test_cells_are_walked_by_key(wide: Page) -> None:
    wide.goto("/lessons/tensors?a=4x6&slice=1:3,::2&step=0")
    wide.locator("tensor-grid[data-name=result] [tabindex='0']").focus()
    wide.keyboard.press("ArrowDown")
    wide.keyboard.press("ArrowRight")
    expect(wide.locator("[data-say=sentence]")).to_have_text("result[1, 1] = 14, taken from a[2, 2] = 14.")


def test_dragging_over_the_digits_writes_the_slice(page: Page) -> None:
    page.goto("/lessons/tensors?step=0&digits=:,:,:")
    slicing, shape = page.get_by_label("Slice of train_images"), page.locator(".stack-line code")
    expect(shape).to_have_text("(60000, 28, 28)")
    drag(page, ".stack-sheet", (0.525, 0.083), (0.975, 0.75))
    expect(slicing).to_have_value("10:100, :, :")
    drag(page, ".stack-one", (7.5 / 28, 7.5 / 28), (20.5 / 28, 20.5 / 28))
    expect(slicing).to_have_value("10:100, 7:-7, 7:-7")
    expect(shape).to_have_text("(90, 14, 14)")


def test_the_picture_follows_a_typed_slice_of_the_digits(page: Page, console: Console) -> None:
    console.expect("422")
    page.goto("/lessons/tensors?step=0")
    slicing = page.get_by_label("Slice of train_images")
    expect(page.locator(".stack-taken pixel-picture")).to_have_count(8)
    slicing.fill("1004, ::2")
    expect(page.get_by_role("img", name="What is taken of train_images[1004]")).to_be_visible()
    expect(page.locator(".stack-line code")).to_have_text("(14, 28)")
    slicing.press("Enter")
    expect(page).to_have_url(re.compile("digits=1004"))
    slicing.fill("60000")
    expect(page.locator("digit-slicer")).to_contain_text("60000 long, so it has no index 60000")


def test_a_batch_is_counted_while_it_is_typed(page: Page) -> None:
    page.goto("/lessons/tensors?step=0")
    batches = page.locator("batch-calculator")
    expect(batches).to_contain_text("6,220,800,000 values")
    expect(batches.locator("tr").filter(has_text="float32")).to_contain_text("24.9 GB✕ more than 8 GB")
    batches.get_by_label("frames").fill("20")
    expect(batches).to_contain_text("622,080,000 values")
    expect(batches.locator("tr").filter(has_text="float32")).to_contain_text("✓ fits in 8 GB")
    batches.get_by_label("Batch").select_option("a race of 30 laps")
    expect(batches).to_contain_text("30 × 101 × 5 = 15,150 values")
    expect(page).to_have_url(re.compile("batch=race"))


def test_nothing_tells_the_shape_that_is_asked_for(wide: Page) -> None:
    wide.goto("/lessons/tensors?a=2x3&predict=on")
    a = wide.get_by_role("group", name="Tensor a")
    expect(a.get_by_role("textbox")).to_have_value("[[0, 1, 2],\n [3, 4, 5]]")
    expect(wide.get_by_role("grid", name="a")).to_have_accessible_name("a")
    expect(wide.locator(".axis-bracket")).to_have_count(0)
    expect(a.locator("code")).to_be_hidden()
    expect(wide.get_by_role("button", name="They do not fit")).to_be_hidden()
    wide.goto("/lessons/tensors?a=[True,false]&predict=on")
    guess(wide, "2")
    expect(wide.locator("#facts")).to_contain_text("bool")
    expect(a.locator("code")).to_have_text("(2,)")


def test_the_shape_is_predicted_before_it_is_seen(wide: Page) -> None:
    wide.goto("/lessons/tensors?a=4x6&slice=1,::2&predict=on")
    expect(wide.locator("#facts")).to_be_hidden()
    guess(wide, "(1, 3)")
    expect(wide.locator("predict-shape")).to_contain_text("A single index takes its axis away")
    guess(wide, "(3,)")
    guess(wide, "10", "And result[2]?")
    expect(wide.locator("#facts")).to_contain_text("(3,)")


def drag(page: Page, selector: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag over an element, both ends as shares of its width and height."""
    element = page.locator(selector)
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    assert box
    page.mouse.move(box["x"] + start[0] * box["width"], box["y"] + start[1] * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + end[0] * box["width"], box["y"] + end[1] * box["height"], steps=4)
    page.mouse.up()
