"""Browsing the data: by set, class and position; one digit down to its numbers."""

import re

from playwright.sync_api import Page, expect


def test_the_chapters_sample_is_open_at_first(page: Page) -> None:
    page.goto("/digits")
    expect(page.locator("[data-say=name]")).to_have_text("train_images[4]")
    expect(page.locator("[data-say=label]")).to_have_text("9")


def test_set_and_class_choose_and_the_link_remembers(page: Page) -> None:
    page.goto("/digits")
    page.get_by_role("radio", name="test, 10,000").check(force=True)
    page.get_by_role("group", name="Class").get_by_role("radio", name="7").check(force=True)
    expect(page.locator("[data-say=range]")).to_contain_text("1,028")
    expect(page).to_have_url(re.compile("split=test"))
    page.reload()
    expect(page.locator("[data-say=range]")).to_contain_text("1,028")
    page.go_back()
    expect(page.locator("[data-say=range]")).not_to_contain_text("1,028")


def test_every_pixel_can_be_asked_by_key(page: Page) -> None:
    page.goto("/digits")
    pixels = page.request.get("/api/digits?start=4&count=1").json()["digits"][0]["pixels"]
    table = page.locator("pixel-table [tabindex='0']").first
    table.focus()
    page.keyboard.press("ArrowDown")
    said = page.locator("[data-say=cell]").text_content() or ""
    row, column, value = (int(number) for number in re.findall(r"\d+", said))
    assert pixels[row][column] == value


def test_the_preprocessing_follows_one_value_to_a_fraction_of_one(page: Page) -> None:
    page.goto("/digits")
    steps = page.locator(".steps > li")
    expect(steps).to_have_count(4)
    for step, dtype in zip(steps.all(), ["uint8", "uint8", "float32", "float32"], strict=True):
        expect(step).to_contain_text(dtype)
    expect(steps.last).to_contain_text("0.0 … 1.0")


def test_a_sample_beyond_the_end_is_refused_calmly(wide: Page) -> None:
    wide.goto("/digits?index=99999999")
    expect(wide.locator("[data-say=label]")).to_have_text(re.compile(r"^\d$"))
