"""Each page is there at once, and names only what exists."""

import re
from html import unescape
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.digits import mnist
from app.lessons.course import COURSE

PAGES = ["/", "/train", "/draw", "/digits", "/api"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_and_everything_it_names_is_there(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    named = set(re.findall(r'(?:href|src)="(/[^"#]*)"', page.text))
    assert named
    for address in named:
        assert client.get(address).status_code == 200, address


def test_the_home_page_maps_the_whole_course(client: TestClient) -> None:
    home = client.get("/").text
    for group in COURSE:
        for place in group.pages:
            assert place.title in home
            assert f'href="{place.href}"' in home


def test_the_home_page_shows_the_recorded_networks_own_numbers(client: TestClient) -> None:
    accuracy = client.get("/api/runs/recorded").json()["test_accuracy"]
    assert f"{accuracy * 100:.2f}" in client.get("/").text


def test_the_lines_on_the_digits_page_do_what_it_shows(client: TestClient) -> None:
    lines = re.search(r"<code-strip[^>]*>(.*?)</code-strip>", client.get("/digits").text, re.DOTALL)
    assert lines
    digits = mnist.load()
    bundled = ((digits.train.images, digits.train.labels), (digits.test.images, digits.test.labels))
    keras = SimpleNamespace(datasets=SimpleNamespace(mnist=SimpleNamespace(load_data=lambda: bundled)))
    names: dict[str, Any] = {"keras": keras}
    exec(unescape(lines[1]), names)
    assert np.array_equal(names["train_images"], mnist.vectors(digits.train.images))
    assert np.array_equal(names["test_images"], mnist.vectors(digits.test.images))
