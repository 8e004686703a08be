"""Saved pictures: as files of their own they show what the page showed, with its numbers, light or dark."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.lessons.picture import expect_result

FINENESS = 2
MARGIN = 16
Save = Callable[[Page, str, str], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Saves a picture of the page by its title, by keyboard, as SVG or PNG."""

    def saved(page: Page, title: str, kind: str) -> Path:
        button = page.get_by_role("button", name=f"{kind}: save {title}", exact=True)
        button.focus()
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        return path

    return saved


def test_a_tensor_is_saved_with_its_numbers_and_without_the_controls(
    wide: Page, save: Save, chromium: Browser
) -> None:
    wide.goto("/lessons/broadcasting?a=[[1,2,3],[4,5,6]]&b=[10,20,30]&step=3")
    expect_result(wide, np.array([[11, 22, 33], [14, 25, 36]]))
    svg, png = save(wide, "result", "SVG"), save(wide, "result", "PNG")
    assert [svg.name, png.name] == [
        f"tensor-playground-broadcasting-result.{kind}" for kind in ("svg", "png")
    ]
    alone, words = opened(chromium, svg)
    assert {"a", "result", "11", "22", "33", "14", "25", "36"} <= set(words)
    assert {"shape", "run", "axis"}.isdisjoint(words)
    assert difference(alone, pixels(png)) < 1


def test_a_graph_is_saved_in_the_dark_as_it_is_seen(wide: Page, save: Save, chromium: Browser) -> None:
    wide.emulate_media(color_scheme="dark")
    wide.goto("/lessons/backpropagation?step=0")
    expect(wide.locator("graph-picture").get_by_text("y_true")).to_be_visible()
    svg, png = save(wide, "graph", "SVG"), save(wide, "graph", "PNG")
    alone, words = opened(chromium, svg)
    assert {"x", "w", "b", "y_true", "abs"} <= set(words)
    assert difference(alone, pixels(png)) < 1
    assert np.median(alone) < 50
    assert ET.parse(svg).findall(".//{*}marker")


def test_a_drawing_is_saved_as_one_for_every_program(wide: Page, save: Save, chromium: Browser) -> None:
    wide.goto("/lessons/geometry?step=2")
    expect(wide.locator("plane-picture .grid-lines").first).to_be_visible()
    svg, png = save(wide, "plane", "SVG"), save(wide, "plane", "PNG")
    assert ET.parse(svg).find(".//{*}foreignObject") is None
    alone, words = opened(chromium, svg)
    assert {"3", "−3"} <= set(words)
    assert difference(alone, pixels(png)) < 1
    plane = seen(wide.locator("plane-picture svg"))
    assert difference(inside(alone)[::FINENESS, ::FINENESS], plane) < 4


def test_what_is_drawn_on_a_canvas_is_saved_and_so_is_a_table_of_many_cells(
    wide: Page, save: Save, chromium: Browser
) -> None:
    wide.goto("/train?runs=recorded")
    matrix = wide.locator("confusion-matrix")
    expect(wide.locator("curve-chart canvas").first).to_be_visible()
    matrix.scroll_into_view_if_needed()
    expect(matrix.locator("[role=gridcell]").first).to_have_text("968")
    alone, _ = opened(chromium, save(wide, "confusion matrix", "SVG"))
    assert difference(inside(alone)[::FINENESS, ::FINENESS], seen(matrix)) < 4
    alone, _ = opened(chromium, save(wide, "loss", "SVG"))
    chart = pixels(save(wide, "loss", "PNG"))
    assert difference(alone, chart) < 1
    assert np.unique(chart.reshape(-1, 3), axis=0).shape[0] > 50


def opened(browser: Browser, svg: Path) -> tuple[np.ndarray, list[str]]:
    """A saved picture, well-formed, in a page of its own: its pixels, and the words that stand in it."""
    root = ET.parse(svg).getroot()
    width, height = int(root.attrib["width"]), int(root.attrib["height"])
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=FINENESS)
    page.goto(svg.as_uri())
    words = [word for text in page.locator("foreignObject > *").all_inner_texts() for word in text.split()]
    words += page.locator("text").all_text_contents()
    picture = pixels(BytesIO(page.screenshot()))
    page.context.close()
    assert picture.shape[:2] == (height * FINENESS, width * FINENESS)
    return picture, words


def pixels(file: Path | BytesIO) -> np.ndarray:
    """A PNG as (height, width, 3)."""
    return np.asarray(Image.open(file).convert("RGB"), float)


def seen(element: Locator) -> np.ndarray:
    """What the page shows of an element, at the fineness of the screen."""
    return pixels(BytesIO(element.screenshot()))


def inside(picture: np.ndarray) -> np.ndarray:
    """A picture without its margin."""
    margin = MARGIN * FINENESS
    return picture[margin:-margin, margin:-margin]


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """How far two pictures are apart in the mean, of 255; a line or column more or less is rounding."""
    rows, columns = (min(sides) for sides in zip(one.shape[:2], other.shape[:2], strict=True))
    assert max(np.abs(np.subtract(one.shape, other.shape))) <= 2 * FINENESS
    return float(np.abs(one[:rows, :columns] - other[:rows, :columns]).mean())
