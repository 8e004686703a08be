"""The home page shows a real network at work and leads on."""

from playwright.sync_api import Page, expect


def test_the_recorded_network_reads_a_real_digit_at_first_paint(page: Page) -> None:
    run = page.request.get("/api/runs/recorded").json()
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text(f"{run['test_accuracy'] * 100:.2f}")
    expect(page.get_by_role("main")).to_contain_text("512 activations")


def test_lessons_that_are_not_written_are_no_links(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_text("Backpropagation", exact=True)).to_be_visible()
    assert page.get_by_role("link", name="Backpropagation").count() == 0


def test_it_leads_to_training_and_to_drawing(page: Page) -> None:
    for name, path in (("Train it yourself", "/train"), ("Draw a digit", "/draw")):
        page.goto("/")
        page.get_by_role("link", name=name, exact=True).click()
        assert page.url.split("?")[0].endswith(path)
