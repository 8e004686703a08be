"""Drawing while answers are late: the newest ink counts, and nothing that comes later takes its place."""

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import held_back
from tests.browser.test_draw import ONE, RECORDED, begin_to_draw, draw, expect_answer


def test_a_finished_stroke_is_asked_about_at_once_whatever_is_on_its_way(wide: Page) -> None:
    wide.goto(RECORDED)
    expect_answer(wide, 7)
    held = held_back(wide, "**/api/predictions")
    begin_to_draw(wide, ONE)
    while not held:
        wide.wait_for_timeout(10)
    wide.mouse.up()
    while len(held) < 2:
        wide.wait_for_timeout(10)
    growing, finished = held
    finished.continue_()
    expect_answer(wide, 1)
    growing.continue_()


def test_who_draws_before_the_example_has_come_keeps_the_drawing(wide: Page) -> None:
    held = held_back(wide, "**/api/digits?*")
    wide.goto(RECORDED)
    draw(wide, ONE)
    expect_answer(wide, 1)
    with wide.expect_response("**/api/digits?*"):
        held[0].continue_()
    wide.get_by_role("button", name="Undo").click()
    expect(wide.locator(".layers")).to_contain_text("Nothing is drawn")


def test_the_formula_of_a_layer_is_whole_though_the_answer_comes_before_the_runs(wide: Page) -> None:
    wide.route("**/api/runs", lambda route: answered_first(wide, route))
    wide.goto(RECORDED)
    expect(wide.locator(".layers li").first).to_contain_text("relu sets the others to 0")


def answered_first(page: Page, route: Route) -> None:
    """Let the list of the runs wait until the network has answered."""
    expect_answer(page, 7)
    route.continue_()
