"""The lesson on one training step, at four zoom levels, by pointer and by keys."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Console
from tests.browser.lessons.picture import guess, sentence

LESSON = "/lessons/training_step?run=recorded&at=64"


def heat(page: Page, name: str) -> Locator:
    """The picture of a tensor of the stage."""
    return page.locator("heat-map", has_text=re.compile(rf"^{name} \(")).locator("pixel-picture")


def place(page: Page, name: str) -> Locator:
    """A tensor on the map."""
    return page.locator(f"step-map [data-tensor={name}]")


def test_the_map_leads_to_a_stage_and_a_stage_to_one_number_and_its_terms(page: Page) -> None:
    page.goto(f"{LESSON}&stage=2")
    expect(sentence(page)).to_have_text(
        "(128, 784) · (784, 512) → (128, 512): 51,380,224 multiply-adds. Then b1 is added to each row."
    )
    expect(place(page, "Z1")).to_have_attribute("aria-current", "step")
    place(page, "dW1").click()
    expect(page.get_by_role("heading", name="dW1 = Xᵀ · dZ1")).to_be_visible()
    heat(page, "dW1").hover()
    expect(sentence(page)).to_have_text(re.compile(r"^dW1\[\d+, \d+\] = "))
    heat(page, "dW1").click()
    expect(page.get_by_role("radio", name="one multiply-add")).to_be_checked()
    expect(sentence(page)).to_have_text(
        re.compile(r"^dW1\[\d+, \d+\] = X\[:, \d+\] · dZ1\[:, \d+\] = 128 terms = ")
    )
    expect(page.get_by_role("slider", name="Term")).to_have_attribute("max", "127")
    expect(page).to_have_url(re.compile("zoom=number"))


def test_any_parameter_can_be_typed_and_its_gradient_checked_by_a_nudge(page: Page) -> None:
    page.goto(f"{LESSON}&zoom=number&number=Z1[7,35]&stage=2")
    expect(sentence(page)).to_contain_text("Z1[7, 35] = X[7, :] · W1[:, 35] + b1[35] = 784 terms")
    slider = page.get_by_role("slider", name="Term")
    slider.fill("0")
    slider.press("ArrowRight")
    expect(page.locator("number-terms output")).to_contain_text("Pixel 1: X[7, 1] × W1[1, 35] = 0 ×")
    field = page.get_by_label("Number", exact=True)
    field.fill("W2[100, 3]")
    field.press("Enter")
    expect(sentence(page)).to_contain_text("W2[100, 3] = ")
    expect(place(page, "W2")).to_have_attribute("aria-current", "step")
    page.get_by_role("button", name="Check this gradient").click()
    told = page.locator("[data-say=nudge]")
    expect(told).to_have_text(
        re.compile(r"^W2\[100, 3\] − 1e−4 gives the loss 0\.\d+, .* The backward pass says ")
    )
    slope, ours = re.findall(r"(?:a slope of|backward pass says) (\S+?)\.(?: |$)", told.inner_text())
    assert slope == ours


def test_a_number_that_there_is_not_is_said(wide: Page, console: Console) -> None:
    console.expect("422")
    wide.goto(f"{LESSON}&zoom=number&number=W1[0,0]")
    field = wide.get_by_label("Number", exact=True)
    expect(wide.locator("number-window td [aria-current]")).to_have_count(1)
    field.fill("W1[784, 0]")
    field.press("Enter")
    expect(wide.locator("[data-say=nudge]")).to_contain_text("one index for each axis of (784, 512), from 0")


def test_the_batch_is_that_of_the_run_digit_by_digit(page: Page) -> None:
    page.goto(f"{LESSON}&zoom=batch&stage=0")
    digits = page.locator("batch-digits button")
    expect(digits).to_have_count(128)
    expect(sentence(page)).to_contain_text("of 128 images for what their label says")
    digits.first.focus()
    page.keyboard.press("ArrowRight")
    expect(sentence(page)).to_contain_text("Image 1 of the batch, number ")
    page.keyboard.press("Enter")
    expect(sentence(page)).to_have_text(re.compile(r"^losses\[1\] = −log\(P\[1, \d\]\) = "))


def test_the_epoch_shows_its_losses_and_leads_to_other_moments(page: Page) -> None:
    page.goto(f"{LESSON}&zoom=epoch&stage=0")
    expect(sentence(page)).to_contain_text(
        "Epoch 1 of 5 draws 469 batches. This is number 65, with 128 images."
    )
    expect(page.locator("epoch-strip polyline")).to_have_attribute("points", re.compile(r"^0\.00"))
    page.get_by_role("button", name="After 256 updates").click()
    expect(sentence(page)).to_contain_text("This is number 257")
    expect(page).to_have_url(re.compile("at=256"))
    page.get_by_role("slider", name="Moment").press("Home")
    expect(page.locator("[data-say=memory]")).to_contain_text("remembers nothing yet")
    page.go_back()
    expect(sentence(page)).to_contain_text("This is number 257")


def test_stages_play_by_keys_through_the_update_and_keras_agrees(wide: Page) -> None:
    wide.goto(f"{LESSON}&stage=13")
    expect(wide.get_by_role("heading", name="db1 = sum of the rows of dZ1")).to_be_visible()
    wide.keyboard.press("ArrowRight")
    expect(wide.get_by_role("heading", name="Update W1")).to_be_visible()
    expect(wide.locator("heat-map")).to_have_count(5)
    wide.get_by_role("slider", name="Step").press("End")
    expect(sentence(wide)).to_contain_text("With the new weights its loss falls from ")
    expect(wide.locator("[data-say=parity]")).to_contain_text(
        "Keras makes the same update: of 407,050 new weights"
    )


def test_the_shape_of_a_gradient_is_guessed_first(page: Page) -> None:
    page.goto(f"{LESSON}&predict=on")
    expect(place(page, "dW1")).to_contain_text("?")
    guess(page, "(512, 784)", "What shape will dW1, the gradient of W1, have?")
    expect(page.locator("predict-shape")).to_contain_text("The axes are the other way round.")
    guess(page, "(784, 512)", "What shape will dW1, the gradient of W1, have?")
    expect(place(page, "dW1")).to_contain_text("(784, 512)")
    guess(page, "128", "And how many terms add up to each of its numbers?")
    expect(page.locator("step-player")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_examples_are_links_and_the_one_that_is_seen_is_marked(wide: Page) -> None:
    wide.goto(LESSON)
    expect(wide.get_by_role("link", name="after 64")).to_have_attribute("aria-current", "true")
    wide.get_by_role("link", name="the very first update").click()
    expect(wide).to_have_url(re.compile("at=0"))
    expect(wide.locator("[data-say=losses]")).to_have_text(re.compile("^2.4"))
