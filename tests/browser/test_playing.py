"""Every lesson is played through, by pointer and by keys; who points at something takes over."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from app.lessons.course import LESSONS
from tests.browser.lessons.picture import grid, sentence

SLUGS = [entry.slug for entry in LESSONS]
OF_CELLS = ["tensors", "element_wise", "broadcasting", "dot_product", "reshaping"]


def button(page: Page, name: str) -> Locator:
    """A button of the player."""
    return page.locator("step-player").get_by_role("button", name=name, exact=True)


def told(page: Page) -> str:
    """What is said about the picture now."""
    return sentence(page).inner_text()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_step_is_reached_and_told_by_pointer_and_by_keys(wide: Page, slug: str) -> None:
    wide.goto(f"/lessons/{slug}")
    button(wide, "Pause").click()
    wide.locator("step-player").get_by_role("slider").press("Home")
    said = [told(wide)]
    while button(wide, "Forward").is_enabled():
        button(wide, "Forward").click()
        expect(sentence(wide)).not_to_have_text(said[-1], use_inner_text=True)
        said.append(told(wide))
    assert len(set(said)) == len(said) > 1
    while button(wide, "Back").is_enabled():
        button(wide, "Back").click()
    expect(sentence(wide)).to_have_text(said[0], use_inner_text=True)
    wide.get_by_role("heading", level=1).click()
    for step in said[1:]:
        wide.keyboard.press("ArrowRight")
        expect(sentence(wide)).to_have_text(step, use_inner_text=True)
    expect(button(wide, "Replay")).to_be_visible()


@pytest.mark.parametrize("slug", OF_CELLS)
def test_who_points_at_a_number_takes_over_by_pointer_and_by_keys(wide: Page, slug: str) -> None:
    wide.goto(f"/lessons/{slug}")
    cell = wide.locator("[data-name=a]").get_by_role("gridcell").first
    expect(button(wide, "Pause")).to_be_visible()
    cell.hover()
    expect(button(wide, "Pause")).to_be_hidden()
    expect(sentence(wide)).to_contain_text(re.compile(r"^a\[0, 0\] = "))
    wide.mouse.move(0, 0)
    wide.goto(f"/lessons/{slug}")
    expect(button(wide, "Pause")).to_be_visible()
    cell.press("ArrowRight")
    expect(button(wide, "Pause")).to_be_hidden()
    expect(sentence(wide)).to_contain_text(re.compile(r"^a\[0, 1\] = "))


def test_space_plays_and_arrow_keys_step(wide: Page) -> None:
    wide.goto("/lessons/broadcasting?step=0")
    expect(sentence(wide)).to_contain_text("Two tensors")
    wide.keyboard.press("ArrowRight")
    expect(sentence(wide)).to_contain_text("Add an axis")
    wide.keyboard.press("ArrowLeft")
    expect(sentence(wide)).to_contain_text("Two tensors")
    wide.keyboard.press("Space")
    expect(button(wide, "Pause")).to_be_visible()
    wide.keyboard.press("Space")
    expect(button(wide, "Play")).to_be_visible()


def test_without_motion_the_steps_stay(still: Page) -> None:
    still.goto("/lessons/broadcasting?step=1")
    button(still, "Forward").click()
    expect(grid(still, "b").locator("[data-kind=ghost]")).to_have_count(3)
    assert still.evaluate("document.getAnimations().length") == 0
