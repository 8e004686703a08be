"""Browsing the data: by set, class and position; one digit down to its numbers."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Console, OpenPage, held_back, server_away


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


def test_while_the_server_is_away_the_page_says_so_and_goes_on_when_it_is_back(
    wide: Page, console: Console
) -> None:
    note = wide.locator("problem-note")
    with server_away(wide, console):
        wide.goto("/digits")
        expect(note).to_contain_text("does not answer")
    expect(wide.locator("[data-say=label]")).to_have_text("9")
    expect(note).to_be_empty()
    with server_away(wide, console):
        wide.get_by_role("button", name="Next").click()
        expect(note).to_contain_text("does not answer")
    expect(wide.locator("[data-say=range]")).to_contain_text("24 to 47")
    expect(note).to_be_empty()


def test_a_cell_pointed_at_meanwhile_does_not_lose_the_sample_that_was_asked_for(wide: Page) -> None:
    wide.goto("/digits")
    expect(wide.locator("[data-say=label]")).to_have_text("9")
    held = held_back(wide, "**/api/digits?*", times=1)
    wide.locator(".thumbs button").first.click()
    wide.locator("pixel-table [role=gridcell]").first.hover()
    held[0].continue_()
    expect(wide.locator("[data-say=label]")).to_have_text("5")


def test_every_pixel_can_be_asked_by_key(page: Page) -> None:
    page.goto("/digits")
    pixels = page.request.get("/api/digits?start=4&count=1").json()["digits"][0]["pixels"]
    table = page.locator("pixel-table [tabindex='0']").first
    table.focus()
    page.keyboard.press("Home")
    expect(page.locator("[data-say=cell]")).to_contain_text("column 0")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
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


def test_a_link_beyond_the_end_shows_the_last_sample_and_names_it(wide: Page) -> None:
    wide.goto("/digits?index=99999999")
    expect(wide.locator("[data-say=name]")).to_have_text("train_images[59999]")
    expect(wide).to_have_url(re.compile(r"index=59999$"))


def test_a_sample_that_is_not_there_is_refused_calmly(wide: Page) -> None:
    wide.goto("/digits")
    expect(wide.locator("[data-say=label]")).to_have_text("9")
    go = wide.get_by_role("textbox", name="Go to sample")
    for typed in ("abc", "-1", "60000"):
        go.fill(typed)
        go.press("Enter")
        expect(go).to_have_attribute("aria-invalid", "true")
        expect(wide.get_by_text("Samples go from 0 to 59,999.")).to_be_visible()
        expect(wide.locator("[data-say=name]")).to_have_text("train_images[4]")
    go.fill("59,999")
    go.press("Enter")
    expect(wide.locator("[data-say=name]")).to_have_text("train_images[59999]")
    expect(wide.get_by_text("Samples go from")).to_have_count(0)


def test_the_label_arrays_are_those_of_the_chapter(wide: Page) -> None:
    for split, labels in (("train", "[5 0 4 … 5 6 8]"), ("test", "[7 2 1 … 4 5 6]")):
        wide.goto(f"/digits?split={split}")
        expect(wide.locator("[data-say=labels]")).to_have_text(f"{split}_labels = {labels}")


def test_a_table_that_is_wider_than_the_screen_says_what_is_left_out(open_page: OpenPage) -> None:
    page = open_page(390, 844)
    page.goto("/digits")
    left_out = page.locator("[data-say=columns]")
    expect(left_out).to_have_text(re.compile(r"^columns \d+ to \d+ of 28$"))
    page.locator(".sample .scroll").evaluate("room => room.scrollTo(0, 0)")
    expect(left_out).to_have_text(re.compile("^columns 0 to"))
    page.locator(".sample .scroll").evaluate("room => room.scrollTo(9999, 0)")
    expect(left_out).to_have_text(re.compile("to 27 of 28$"))
    name = page.locator("pixel-table [role=rowheader]").first.bounding_box()
    assert name
    assert name["x"] >= 0


SHOW_EVERY_INTENSITY = """table => {
  table.show(Array.from({length: 28}, (_, y) => Array.from({length: 28}, (_, x) => (28 * y + x) % 256)));
}"""
CONTRASTS = """table => {
  const full = (text) => (text.startsWith("rgb") ? 255 : 1);
  const channels = (text) => text.match(/[\\d.]+/g).map((channel) => Number(channel) / full(text));
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const luminance = (text) => {
    const [red, green, blue] = channels(text).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return [...table.querySelectorAll("[role=gridcell]")].map((cell) => {
    const { color, backgroundColor } = getComputedStyle(cell);
    const [dark, light] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  });
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_intensity_can_be_read(wide: Page, theme: Literal["light", "dark"]) -> None:
    wide.emulate_media(color_scheme=theme)
    wide.goto("/digits")
    expect(wide.locator("[data-say=label]")).to_have_text("9")
    table = wide.locator("pixel-table")
    table.evaluate(SHOW_EVERY_INTENSITY)
    assert min(table.evaluate(CONTRASTS)) >= 4.5
