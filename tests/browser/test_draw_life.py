"""A drawing's life: its ten probabilities at every moment of the training, each of which can be visited."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_draw import ONE, RECORDED, draw, expect_answer
from tests.browser.test_train import newest


def test_a_moment_of_a_digits_life_is_visited_in_passing_or_for_good(page: Page) -> None:
    page.goto(f"{RECORDED}&digit=247")
    chart = page.get_by_role("slider", name="Moment of the training")
    chart.scroll_into_view_if_needed()
    expect(chart.locator("b[data-winner]")).to_have_text("2")
    chart.focus()
    for key in ["Home", *["ArrowRight"] * 3]:
        chart.press(key)
    expect_answer(page, 6)
    expect(page.locator("[data-say=who]")).to_contain_text("as it was after update 4")
    expect(chart).to_have_attribute("aria-valuetext", re.compile("^After update 4: 6, "))
    chart.press("Escape")
    expect_answer(page, 2)
    chart.press("ArrowLeft")
    chart.press("Enter")
    expect(page).to_have_url(re.compile(r"step=1876\b"))
    assert page.evaluate("document.documentElement.scrollWidth") == page.evaluate("innerWidth")


def test_a_life_is_that_of_the_api(wide: Page) -> None:
    with wide.expect_request("**/api/predictions/history") as asked:
        wide.goto(RECORDED)
    life = wide.request.post("/api/predictions/history", data=asked.value.post_data_json).json()
    lines = wide.locator("life-chart polyline")
    heights = ",".join(f"{life['probabilities'][0][label]:.3f}" for label in range(10))
    expect(wide.locator("life-chart b[data-winner]")).to_have_text("7")
    points = lines.evaluate_all("lines => lines.map(line => line.getAttribute('points').split(/[ ,]/)[1])")
    assert ",".join(f"{1 - float(top):.3f}" for top in points) == heights


def test_a_pointer_visits_a_moment_and_leaves_it_again(wide: Page) -> None:
    wide.goto(f"{RECORDED}&digit=247")
    expect(wide.locator("life-chart b[data-winner]")).to_have_text("2")
    wide.locator("life-chart > div").hover(position={"x": 1, "y": 40})
    expect(wide.locator("[data-say=life]")).to_contain_text("Before the first update")
    expect(wide.locator("[data-say=who]")).to_contain_text("as it was after update 0")
    wide.mouse.move(5, 5)
    expect(wide.locator("[data-say=who]")).to_contain_text("after all 2,345 updates")


def test_a_life_goes_on_while_a_run_trains_and_is_blank_with_the_sheet(wide: Page) -> None:
    wide.request.post("/api/runs", data={"hidden": [], "epochs": 100})
    wide.goto("/draw")
    draw(wide, ONE)
    chart = wide.locator("life-chart")
    expect(wide.locator("[data-say=who]")).to_contain_text("while it trains")
    expect(chart).to_have_attribute("aria-valuemax", re.compile(r"^\d+$"))
    seen = int(chart.get_attribute("aria-valuemax") or 0)
    while int(chart.get_attribute("aria-valuemax") or 0) <= seen:
        wide.wait_for_timeout(50)
    wide.request.post(f"/api/runs/{newest(wide)['id']}/cancellation")
    wide.get_by_role("button", name="Clear").click()
    expect(chart).to_have_attribute("aria-valuetext", "Nothing is drawn.")
