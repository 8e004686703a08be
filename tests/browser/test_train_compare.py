"""Trainings worth watching, what they are told, and runs side by side: real ones, in the browser."""

import re

from playwright.sync_api import Page, expect

TINY = {"hidden": [], "epochs": 2, "train_samples": 200, "name": "tiny"}


def test_a_training_worth_watching_is_set_watched_explained_and_mended(wide: Page) -> None:
    wide.goto("/train")
    presets = wide.get_by_role("navigation", name="Trainings worth watching")
    expect(presets.get_by_role("link", name="The chapter’s run")).to_have_attribute("aria-current", "true")
    presets.get_by_role("link", name="300 images").press("Enter")
    expect(wide).to_have_url(re.compile("train_samples=300"))
    wide.reload()
    expect(presets.get_by_role("link", name="300 images")).to_have_attribute("aria-current", "true")
    expect(wide.locator("run-presets")).to_contain_text("test loss begins to rise")
    wide.get_by_role("button", name="Train", exact=True).click()
    hint = wide.locator("run-card hint-note")
    expect(hint).to_contain_text("but the test loss rose")
    expect(hint.get_by_text("407,050 parameters for 300 images")).to_be_visible()
    hint.get_by_role("button", name=re.compile("Learn from all 60,000 images")).click()
    expect(wide).not_to_have_url(re.compile("train_samples="))
    expect(wide.get_by_role("button", name="Train", exact=True)).to_be_focused()


def test_runs_side_by_side_show_what_differs_and_their_curves_over_seconds(page: Page) -> None:
    tiny = page.request.post("/api/runs", data=TINY).json()["id"]
    page.goto(f"/train?runs=recorded,{tiny}&over=seconds")
    table = page.locator("run-comparison")
    expect(table.locator(".differs").filter(has_text="Training images")).to_contain_text("60,000200")
    expect(table.locator(".same").filter(has_text="Learning rate")).to_contain_text("0.001")
    expect(table.locator(".reached").get_by_text(re.compile(r"^\d+\.\d\d.%$"))).to_have_count(4)
    loss = page.get_by_role("slider", name="Loss")
    loss.press("Home")
    expect(loss).to_have_attribute("aria-valuetext", "Nothing yet")
    loss.press("End")
    expect(loss).to_have_attribute("aria-valuetext", re.compile(r"^After \d+.+s: \d\.\d+"))
    page.get_by_role("radio", name="updates").check()
    expect(page).not_to_have_url(re.compile("over="))
    loss.press("Home")
    expect(loss).to_have_attribute("aria-valuetext", re.compile(r"^Update 1: 2\.\d+, 2\.\d+$"))
    expect(page.locator("run-card [data-part=update]")).to_have_text(["1", "1"])


def test_a_run_alone_is_compared_with_nothing(page: Page) -> None:
    page.goto("/train?runs=recorded&shuffle_pixels=true")
    expect(page.locator("run-curves .cards [data-part=update]").first).to_have_text("2,345")
    expect(page.locator("run-comparison")).to_be_hidden()
    expect(page.locator("run-card hint-note")).to_be_empty()
    expect(page.locator("code-strip")).to_contain_text("permutation(28 * 28)")
    expect(page.get_by_role("img", name="A 5, shuffled.")).to_be_visible()
    page.locator("[data-group=data]").click()
    page.get_by_label("Shuffle the pixels").uncheck()
    expect(page.locator("code-strip")).not_to_contain_text("permutation")
    expect(page).not_to_have_url(re.compile("shuffle"))
    expect(page.get_by_role("img", name="A 5, shuffled.")).to_be_hidden()
