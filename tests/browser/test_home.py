"""The home page shows a real network at work and leads on."""

import re

from playwright.sync_api import Page, expect

from app.lessons.course import COURSE


def test_the_recorded_network_reads_a_real_digit_at_first_paint(page: Page) -> None:
    run = page.request.get("/api/runs/recorded").json()
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text(f"{run['test_accuracy'] * 100:.2f}")
    expect(page.get_by_role("main")).to_contain_text("512 activations")


def test_each_number_of_the_network_at_work_tells_its_place_and_value(wide: Page) -> None:
    run = wide.request.get("/api/runs/recorded").json()["id"]
    digit = wide.request.get("/api/digits?split=test&count=1").json()["digits"][0]
    answer = wide.request.post("/api/predictions", data={"run": run, "pixels": digit["pixels"]}).json()
    wide.goto("/")
    for label, probability in enumerate(answer["probabilities"]):
        bar = wide.get_by_title(f"probability of {label}: {probability}", exact=True)
        expect(bar).not_to_contain_text("0.00000")
        expect(bar).not_to_contain_text("1.00000")
    assert wide.locator(".activation-figure title").count() == 512
    expect(wide.locator(".pixel-figure title").first).to_have_text(re.compile(r"^row \d+, column \d+: \d+$"))


def test_every_page_of_the_course_is_a_link(page: Page) -> None:
    page.goto("/")
    links = page.locator(".pages a").all()
    assert [link.get_attribute("href") for link in links] == [
        entry.href for group in COURSE for entry in group.pages
    ]


def test_it_leads_to_training_and_to_drawing(page: Page) -> None:
    for name, path in (("Train it yourself", "/train"), ("Draw a digit", "/draw")):
        page.goto("/")
        page.get_by_role("link", name=name, exact=True).click()
        assert page.url.split("?")[0].endswith(path)
