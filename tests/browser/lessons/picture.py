"""The picture of a lesson, as its tests look at it."""

import re

import numpy as np
from playwright.sync_api import Locator, Page, expect


def grid(page: Page, name: str) -> Locator:
    """The picture of a tensor."""
    return page.locator(f"tensor-grid[data-name={name}]")


def cell(page: Page, name: str, place: str) -> Locator:
    """A number of a tensor, by its place: `[1, 2]`."""
    return grid(page, name).get_by_role("gridcell", name=re.compile(re.escape(f"{name}{place} = ")))


def sentence(page: Page) -> Locator:
    """What is said about the picture."""
    return page.locator("[data-say=sentence]")


def expect_result(page: Page, values: np.ndarray) -> None:
    """Wait until the result shows these numbers."""
    cells = grid(page, "result").get_by_role("gridcell")
    expect(cells).to_have_text([str(value) for value in values.ravel()])


def choose_numbers(page: Page, name: str, text: str) -> None:
    """Type the numbers of a tensor."""
    group = page.get_by_role("group", name=f"Tensor {name}")
    group.get_by_role("radio", name="numbers").check(force=True)
    group.get_by_role("textbox").fill(text)


def guess(page: Page, answer: str, question: str = "What shape will the result have?") -> None:
    """Answer a question that is asked before the result is seen."""
    field = page.get_by_label(question)
    field.fill(answer)
    field.press("Enter")
