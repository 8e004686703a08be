"""Training in the browser: real digits, a real network, to the end; reloaded, compared, cancelled."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Console, server_away

WATCHED = "/train?hidden=64-relu&epochs=4&name=watched"
TINY = "/train?hidden=none&epochs=1&train_samples=200"
SMALLEST = {"hidden": [], "epochs": 1, "train_samples": 200}
LONG = "/train?hidden=64-relu&epochs=100&name=long"


def part(page: Page, name: str) -> str:
    """The text of a part of the first card."""
    return page.locator(f"run-curves .cards [data-part={name}]").first.inner_text()


def newest(page: Page) -> dict[str, Any]:
    """The newest run, as the API tells it."""
    run: dict[str, Any] = page.request.get("/api/runs").json()["runs"][0]
    return run


def runs_named(page: Page, name: str) -> list[dict[str, Any]]:
    """Every run of that name, the newest first."""
    return [run for run in page.request.get("/api/runs").json()["runs"] if run["spec"]["name"] == name]


@pytest.fixture
def started(request: pytest.FixtureRequest, page: Page) -> Iterator[Page]:
    """A page on which Train was just pressed; whatever it started is stopped in the end."""
    page.goto(getattr(request, "param", WATCHED))
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 201):
        page.get_by_role("button", name="Train", exact=True).click()
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    yield page
    run = newest(page)
    if run["status"] in ("queued", "running"):
        page.request.post(f"/api/runs/{run['id']}/cancellation")


def test_a_run_is_watched_to_its_end_through_a_reload(started: Page) -> None:
    steps = newest(started)["steps"]
    card = started.locator("run-curves .cards")
    update = card.locator("[data-part=update]").first
    expect(update).to_have_text(re.compile(r"^[1-9]"))
    assert newest(started)["status"] == "running"
    started.reload()
    expect(update).to_have_text(f"{steps:,}")
    expect(card.locator("[data-part=status]").first).to_contain_text("finished")
    run = newest(started)
    assert run["status"] == "finished"
    assert f"{run['test_accuracy'] * 100:.2f}" in part(started, "test-accuracy")
    events = started.request.get(f"/api/runs/{run['id']}/events").json()["events"]
    assert sum(len(event.get("loss", [])) for event in events if event["type"] == "batches_trained") == steps


@pytest.mark.parametrize("started", [LONG], indirect=True, ids=["long"])
def test_a_run_can_be_cancelled(started: Page) -> None:
    started.get_by_role("button", name="Cancel").press("Enter")
    expect(started.get_by_role("heading", name="long")).to_be_focused()
    expect(started.locator("run-curves [data-part=told]")).to_contain_text("long: cancelled")
    expect(started.locator("run-curves .cards [data-part=status]").first).to_contain_text("cancelled")
    assert newest(started)["status"] == "cancelled"


def test_a_double_click_starts_one_run(wide: Page) -> None:
    wide.goto(f"{TINY}&name=double")
    wide.get_by_role("button", name="Train", exact=True).dblclick()
    expect(wide.locator("run-curves").get_by_role("heading", name="double")).to_be_visible()
    assert len(runs_named(wide, "double")) == 1


def test_a_click_while_the_server_thinks_starts_no_second_run(wide: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST":
            held.append(route)
        else:
            route.continue_()

    wide.route("**/api/runs", hold)
    wide.goto(f"{TINY}&name=slow")
    train = wide.get_by_role("button", name="Train", exact=True)
    train.click()
    expect(train).to_have_attribute("aria-disabled", "true")
    train.click(force=True)
    for route in held:
        route.continue_()
    expect(wide.locator("run-curves").get_by_role("heading", name="slow")).to_be_visible()
    assert len(runs_named(wide, "slow")) == 1


def test_a_page_opened_while_the_server_is_away_says_so_and_shows_the_curves_when_it_is_back(
    wide: Page, console: Console
) -> None:
    note = wide.locator(".settings > problem-note")
    with server_away(wide, console):
        wide.goto("/train?runs=recorded")
        expect(note).to_contain_text("does not answer")
    expect(wide.locator("run-curves .cards [data-part=update]").first).to_have_text("2,345")
    expect(wide.locator("code-strip")).to_contain_text("model.fit")
    expect(note).to_be_empty()


def test_what_was_asked_for_while_the_server_is_away_is_refused_and_can_be_asked_again(
    wide: Page, console: Console
) -> None:
    wide.goto(f"{TINY}&name=again")
    train = wide.get_by_role("button", name="Train", exact=True)
    with server_away(wide, console):
        train.click()
        expect(wide.locator(".settings > problem-note")).to_contain_text("does not answer")
    train.click()
    expect(wide.locator("run-curves").get_by_role("heading", name="again")).to_be_visible()
    assert len(runs_named(wide, "again")) == 1


def test_while_tensorflow_loads_the_page_says_so(wide: Page) -> None:
    def starting(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "trainer": "starting"})

    wide.route("**/api/health", starting)
    wide.goto("/train")
    note = wide.get_by_text("TensorFlow is still loading.")
    expect(note).to_be_visible()
    wide.unroute("**/api/health")
    expect(note).to_be_hidden()


def test_all_settings_are_in_the_link_and_in_the_code(page: Page) -> None:
    page.goto("/train?hidden=64-relu,32-tanh&optimizer=adam&learning_rate=0.003&batch_size=256&seed=7")
    code = page.locator("code-strip")
    for line in ('Dense(64, activation="relu")', 'Dense(32, activation="tanh")', "batch_size=256", "0.003"):
        expect(code).to_contain_text(line)
    page.get_by_role("button", name="Back to the chapter’s settings").click()
    expect(code).to_contain_text('optimizer="rmsprop"')
    expect(page).not_to_have_url(re.compile("hidden="))


def test_the_recorded_run_is_shown_at_first(page: Page) -> None:
    page.goto("/train?runs=recorded")
    expect(page.locator("run-curves .cards [data-part=update]").first).to_have_text("2,345")


def test_two_runs_are_laid_over_each_other(wide: Page) -> None:
    wide.request.post("/api/runs", data=SMALLEST)
    wide.goto("/train?runs=recorded")
    boxes = wide.locator("run-list input[type=checkbox]")
    expect(boxes.first).to_be_visible()
    boxes.first.check()
    expect(wide.locator("run-curves .cards > *")).to_have_count(2)
    wide.reload()
    expect(wide.locator("run-curves .cards > *")).to_have_count(2)


def test_a_new_run_disturbs_nobody_in_the_list(wide: Page) -> None:
    wide.request.post("/api/runs", data={**SMALLEST, "name": "old"})
    wide.goto("/train")
    row = wide.locator("run-row").filter(has_text="old").first
    expect(row).to_contain_text("finished")
    row.locator("[data-part=delete]").click()
    wide.request.post("/api/runs", data={**SMALLEST, "name": "new"})
    expect(wide.locator("run-row").first).to_contain_text("new")
    expect(row.locator("[data-part=delete]")).to_have_text("Delete for good?")
    expect(row.locator("[data-part=delete]")).to_be_focused()


def test_a_deleted_run_hands_its_focus_to_the_next_row(wide: Page) -> None:
    for name in ("kept", "gone"):
        spec: dict[str, Any] = {"name": name, "epochs": 1, "train_samples": 200, "hidden": []}
        run = wide.request.post("/api/runs", data=spec).json()
        wide.request.post(f"/api/runs/{run['id']}/cancellation")
    wide.goto("/train")
    wide.get_by_role("button", name="Delete gone").press("Enter")
    wide.get_by_role("button", name="Delete for good? gone").press("Enter")
    expect(wide.get_by_role("checkbox", name="kept")).to_be_focused()


def test_what_a_link_says_wrongly_is_named_and_is_as_in_the_chapter(wide: Page) -> None:
    wide.goto("/train?runs=nowhere&optimizer=foo&learning_rate=abc&hidden=hello&epochs=-3")
    note = wide.locator(".settings > problem-note")
    for words in ("not here: nowhere", "hidden=hello, optimizer=foo, learning_rate=abc, epochs=-3"):
        expect(note).to_contain_text(words)
    expect(wide.locator("code-strip")).to_contain_text("epochs=5")


def test_a_double_click_on_delete_still_asks(wide: Page, console: Console) -> None:
    console.allow("404")  # a question about the run may be under way when it goes
    wide.request.post("/api/runs", data={**SMALLEST, "name": "dear"})
    wide.goto("/train")
    row = wide.locator("run-row").filter(has_text="dear")
    expect(row).to_contain_text("finished")
    row.locator("[data-part=delete]").dblclick()
    expect(row.locator("[data-part=delete]")).to_have_text("Delete for good?")
    row.locator("[data-part=delete]").press("Enter")
    expect(row).to_have_count(0)


def test_a_setting_out_of_range_is_told_at_its_field(wide: Page) -> None:
    wide.goto("/train")
    before = newest(wide)["id"]
    wide.get_by_text("Loop", exact=True).click()
    wide.get_by_label("Epochs", exact=True).fill("1000")
    wide.get_by_role("button", name="Train", exact=True).click()
    epochs = wide.get_by_label("Epochs", exact=True)
    expect(epochs).to_be_focused()
    assert "100" in epochs.evaluate("field => field.validationMessage")
    assert newest(wide)["id"] == before


def test_divergence_is_explained_and_a_rate_that_works_is_one_click_away(wide: Page) -> None:
    wide.goto("/train?hidden=8-relu&optimizer=sgd&learning_rate=1000&epochs=1&train_samples=2000")
    wide.get_by_role("button", name="Train", exact=True).click()
    expect(wide.get_by_text(re.compile("diverged")).first).to_be_visible()
    wide.get_by_role("button", name=re.compile("0.01")).first.click()
    expect(wide).not_to_have_url(re.compile("learning_rate=1000"))
