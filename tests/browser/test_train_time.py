"""The time machine: a run moved through its moments by slider, curve and link, also while it trains."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.test_train import newest

RECORDED = "/train?runs=recorded"


def evaluation(page: Page, step: int, run: str = "recorded") -> dict[str, Any]:
    """What the API says about a moment."""
    answer: dict[str, Any] = page.request.get(f"/api/runs/{run}/evaluation?step={step}").json()
    return answer


def accuracy(page: Page, step: int) -> re.Pattern[str]:
    """How the page writes the test accuracy of a moment."""
    return re.compile(rf"^{evaluation(page, step)['accuracy'] * 100:.2f}\s%$")


def test_a_slider_moves_the_network_through_its_training_and_the_link_holds_the_moment(page: Page) -> None:
    page.goto(RECORDED)
    slider = page.get_by_role("slider", name="Moment of the training")
    shown = page.locator("through-time [data-part=accuracy]")
    slider.scroll_into_view_if_needed()
    expect(shown).to_have_text(accuracy(page, 2345))
    slider.press("Home")
    expect(page.locator(".time-bar")).to_contain_text("before the first update")
    expect(shown).to_have_text(accuracy(page, 0))
    for _ in range(3):
        slider.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"step=4\b"))
    confusion = [count for row in evaluation(page, 4)["confusion"] for count in row]
    expect(page.locator("confusion-matrix [role=gridcell]")).to_have_text([str(n or "") for n in confusion])
    page.reload()
    expect(shown).to_have_text(accuracy(page, 4))
    assert page.evaluate("document.documentElement.scrollWidth") == page.evaluate("innerWidth")


def test_a_cell_of_the_matrix_shows_its_digits_and_each_opens_in_draw_before_the_same_network(
    wide: Page,
) -> None:
    wide.goto(f"{RECORDED}&step=469")
    cells = wide.locator("confusion-matrix [role=gridcell]")
    expect(cells.nth(0)).to_be_visible()
    cells.nth(0).focus()
    for key in [*["ArrowDown"] * 4, *["ArrowRight"] * 9, "Enter"]:
        wide.keyboard.press(key)
    narrowed = wide.request.get("/api/runs/recorded/evaluation?step=469&label=4&predicted=9").json()
    expect(wide.locator("mistake-digits")).to_contain_text(f"{narrowed['mistakes_total']} × a true 4")
    expect(wide.get_by_text(f"{narrowed['mistakes_total']} of the 982 digits that are a 4")).to_be_visible()
    wide.locator("mistake-digits a").first.click()
    expect(wide.locator("[data-say=winner]")).to_have_text("9")
    expect(wide.locator("[data-say=digit]")).to_contain_text(f"Test digit {narrowed['mistakes'][0]['index']}")
    expect(wide.locator("[data-say=who]")).to_contain_text("as it was after update 469")


def test_the_first_layer_and_the_spread_of_every_layer_are_those_of_the_moment(wide: Page) -> None:
    wide.goto(f"{RECORDED}&step=64&images=3")
    query = "step=64&by=class&label=3&ranked=2345"
    units = wide.request.get(f"/api/runs/recorded/weights?{query}").json()["units"]
    large = wide.locator("[data-part=large]")
    large.scroll_into_view_if_needed()
    expect(wide.locator(".units button")).to_have_text([str(unit["unit"]) for unit in units])
    large.focus()
    large.press("ArrowRight")
    expect(wide.locator("weight-images [data-part=cell]")).to_contain_text(f"W1[1, {units[0]['unit']}] = ")
    layer = wide.request.get("/api/runs/recorded/histograms?step=64").json()["layers"][1]
    bars = wide.locator("histogram-picture[data-layer=output][data-of=activations]")
    bars.focus()
    bars.press("Home")
    expect(bars).to_have_attribute(
        "aria-label", re.compile(f"{layer['activations']['counts'][0]:,} activations")
    )


def test_a_click_on_a_curve_goes_to_the_nearest_moment(wide: Page) -> None:
    wide.goto(RECORDED)
    expect(wide.locator("through-time")).to_be_visible()
    chart = wide.locator("curve-chart").first
    expect(chart).to_have_attribute("aria-valuemax", "2345")
    chart.focus()
    for key in ["Home", *["Shift+ArrowRight"] * 10, "Enter"]:
        chart.press(key)
    expect(wide).to_have_url(re.compile(r"step=256\b"))


def test_while_a_run_trains_its_newest_moment_is_shown_until_one_takes_the_slider(wide: Page) -> None:
    wide.request.post("/api/runs", data={"hidden": [], "epochs": 100, "name": "live"})
    wide.goto("/train")
    live = wide.locator("through-time [data-part=live]")
    live.scroll_into_view_if_needed()
    expect(live).to_have_attribute("aria-pressed", "true")
    slider = wide.get_by_role("slider", name="Moment of the training")
    while int(slider.get_attribute("max") or 0) < 12:
        wide.wait_for_timeout(50)
    slider.press("Home")
    expect(live).to_have_text("Back to live")
    most = int(slider.get_attribute("max") or 0)
    while int(slider.get_attribute("max") or 0) == most:
        wide.wait_for_timeout(50)
    expect(slider).to_have_value("0")
    live.click()
    expect(live).to_have_attribute("aria-pressed", "true")
    expect(wide).not_to_have_url(re.compile("step="))
    wide.request.post(f"/api/runs/{newest(wide)['id']}/cancellation")


def test_of_two_runs_one_is_chosen_and_one_without_moments_says_why(wide: Page) -> None:
    for name in ("first", "waiting"):
        wide.request.post("/api/runs", data={"hidden": [], "epochs": 100, "name": name})
    waiting = newest(wide)["id"]
    wide.request.post(f"/api/runs/{waiting}/cancellation")
    wide.goto(f"/train?runs=recorded,{waiting}")
    expect(wide.get_by_text("It ended before any of its weights were kept.")).to_be_visible()
    wide.get_by_role("radio", name="The chapter's network").check()
    expect(wide.locator("through-time .time-bar")).to_be_visible()
    expect(wide).to_have_url(re.compile("through=recorded"))
    for run in wide.request.get("/api/runs").json()["runs"]:
        if run["spec"]["name"] == "first":
            wide.request.post(f"/api/runs/{run['id']}/cancellation")
