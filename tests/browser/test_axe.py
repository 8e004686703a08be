"""What axe-core finds wrong with a page: nothing, light and dark, wide and narrow, unused and used."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from app.lessons.course import LESSONS
from tests.browser.conftest import Console

AXE = Path(__file__).parents[2] / "assets/node_modules/axe-core/axe.min.js"
# A cell shows its number as room allows and is named by the exact one: nobody calls a cell by its number.
RULES = """axe.configure({
    rules: [{ id: "label-content-name-mismatch", selector: ":not([role=gridcell])" }],
})"""
RUN = """async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`));
}"""
Look = tuple[int, Literal["light", "dark"]]
UNUSED: tuple[Look, ...] = ((1280, "light"), (390, "dark"))
USED: tuple[Look, ...] = ((1280, "dark"), (390, "light"))


def to_the_end(page: Page) -> None:
    """Go to the last step of what is played."""
    page.locator("step-player").get_by_role("slider").press("End")


def through_time(page: Page) -> None:
    """Go back to the untrained network, and ask for the digits it confuses."""
    page.get_by_role("slider", name="Moment of the training").press("Home")
    expect(page.locator(".time-bar")).to_contain_text("before the first update")
    page.locator("confusion-matrix [role=gridcell]").first.press("Enter")


def another_digit(page: Page) -> None:
    """Put the next test digit on the sheet."""
    page.get_by_role("button", name="Next test digit").click()
    expect(page.locator("[data-say=winner]")).to_have_text("2")


def a_pixel(page: Page) -> None:
    """Ask a pixel of the sample."""
    page.get_by_role("gridcell").first.focus()
    page.keyboard.press("ArrowRight")


def an_answer(page: Page) -> None:
    """Unfold what a call answers."""
    page.get_by_text("What comes back").first.click()


def by_key(page: Page) -> None:
    """Come in by the keyboard."""
    page.keyboard.press("Tab")


USES: dict[str, Callable[[Page], None]] = {
    "/": by_key,
    **{f"/lessons/{lesson.slug}": to_the_end for lesson in LESSONS},
    "/train?runs=recorded": through_time,
    "/draw?run=recorded": another_digit,
    "/digits": a_pixel,
    "/api": an_answer,
    "/nothing-here": by_key,
}


@pytest.mark.parametrize("path", USES)
def test_axe_finds_nothing_wrong_before_and_after_a_page_is_used(
    still: Page, path: str, console: Console
) -> None:
    if path == "/nothing-here":
        console.expect("404")
    still.goto(path)
    still.wait_for_load_state("networkidle")
    still.evaluate(AXE.read_text())
    still.evaluate(RULES)
    check(still, UNUSED)
    USES[path](still)
    check(still, USED)


def check(page: Page, looks: tuple[Look, ...]) -> None:
    """See it in several widths, in light and in dark; whoever wants no motion sees none."""
    assert page.evaluate("document.getAnimations().length") == 0
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("() => document.documentElement.scrollWidth <= innerWidth")
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(RUN) == [], (width, scheme)
