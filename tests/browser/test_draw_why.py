"""Why the network says so: what in the ink speaks for a class, the least change, what is like it."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_draw import COLOURS, ONE, RECORDED, draw, expect_answer


def test_what_speaks_for_any_class_is_painted_over_the_drawing_and_adds_up_to_its_score(page: Page) -> None:
    page.goto(f"{RECORDED}&digit=247")
    part = page.locator(".evidence")
    part.scroll_into_view_if_needed()
    expect(part.get_by_role("heading")).to_have_text("What in the ink speaks for 2?")
    with page.expect_response("**/api/predictions/evidence") as told:
        part.get_by_role("radio", name="6", exact=True).check()
    answer = told.value.json()
    expect(part.get_by_role("heading")).to_have_text("What in the ink speaks for 6?")
    parts = [float(text.replace("−", "-")) for text in part.locator("dd").all_inner_texts()]
    assert abs(sum(parts[:3]) - parts[3]) < 0.02
    assert abs(parts[3] - answer["score"]) < 0.006
    part.get_by_role("radio", name="gradient").check()
    veil = part.locator("[data-veil]")
    veil.focus()
    veil.press("End")
    expect(part.locator("output")).to_contain_text(
        "row 0, column 27: more ink here would move the score of 6"
    )
    assert len(set(veil.locator("canvas").evaluate(COLOURS))) > 2
    expect(page).to_have_url(re.compile("speaks=6&view=gradient"))
    assert page.evaluate("document.documentElement.scrollWidth") == page.evaluate("innerWidth")


def test_the_least_change_is_put_on_the_sheet_undone_and_held_by_the_link(wide: Page) -> None:
    wide.goto(f"{RECORDED}&digit=247")
    expect_answer(wide, 2)
    wide.locator(".flip").scroll_into_view_if_needed()
    button = wide.locator(".flip .row").get_by_role("button")
    expect(button).to_have_text("Make it a 6")
    button.press("Enter")
    expect_answer(wide, 6)
    expect(wide.locator("[data-say=digit]")).to_contain_text("A changed digit, asked as it is")
    expect(wide.locator("draw-pad")).to_be_focused()
    expect(wide.locator("draw-pad")).to_be_in_viewport()
    wide.keyboard.press("Control+z")
    expect_answer(wide, 2)
    wide.keyboard.press("Control+Shift+Z")
    expect_answer(wide, 6)
    wide.reload()
    expect_answer(wide, 6)


def test_the_nearest_training_digits_open_in_digits_and_a_blank_sheet_has_none(wide: Page) -> None:
    wide.goto(RECORDED)
    expect_answer(wide, 7)
    draw(wide, ONE)
    expect_answer(wide, 1)
    part = wide.locator(".alike")
    part.scroll_into_view_if_needed()
    expect(part.locator("digit-links")).to_have_count(2)
    for space in part.locator("digit-links").all():
        expect(space.locator("a")).to_have_text(["1"] * 8)
    name = part.locator("a").first.get_attribute("aria-label") or ""
    index = re.findall(r"\d+", name)[1]
    part.locator("a").first.click()
    expect(wide.locator("[data-say=name]")).to_have_text(f"train_images[{index}]")
    expect(wide.locator("[data-say=label]")).to_have_text("1")
    wide.go_back()
    wide.get_by_role("button", name="Clear").click()
    expect(part.locator("digit-links")).to_have_count(0)
    expect(wide.get_by_text("there is nothing to change")).to_be_visible()
