"""Drawing while a network learns, and for one that just has."""

from playwright.sync_api import Page, expect

from tests.browser.test_draw import ONE, draw, expect_answer
from tests.browser.test_train import newest


def test_the_answer_to_a_drawing_moves_while_a_run_learns(wide: Page) -> None:
    slow = {"name": "sgd", "learning_rate": 0.001}
    wide.request.post("/api/runs", data={"epochs": 20, "optimizer": slow, "shuffle_pixels": True})
    wide.goto("/draw")
    draw(wide, ONE)
    expect(wide.locator("[data-say=who]")).to_contain_text("while it trains")
    expect(wide.locator("[data-say=who]")).to_contain_text("It learned with shuffled pixels")
    seen: set[str] = set()
    while len(seen) < 3:
        seen.add(wide.locator("[data-say=verdict]").inner_text())
        wide.wait_for_timeout(50)
    wide.request.post(f"/api/runs/{newest(wide)['id']}/cancellation")


def test_drawing_hears_of_a_run_only_what_is_new(wide: Page) -> None:
    wide.request.post("/api/runs", data={"hidden": [], "epochs": 100})
    while (run := newest(wide))["step"] == 0:
        wide.wait_for_timeout(50)
    with wide.expect_websocket() as heard:
        wide.goto("/draw")
    assert int(heard.value.url.split("since=")[1]) >= run["seq"]
    wide.request.post(f"/api/runs/{run['id']}/cancellation")


def test_a_digit_drawn_for_a_freshly_trained_network_is_read(wide: Page) -> None:
    wide.goto("/train?epochs=1")
    wide.get_by_role("button", name="Train", exact=True).click()
    expect(wide.locator("run-curves .cards [data-part=status]").first).to_contain_text("finished")
    wide.goto(f"/draw?run={newest(wide)['id']}")
    draw(wide, ONE)
    expect_answer(wide, 1)
