"""The lessons: how fast each answers its examples, how smoothly each plays on a phone beside a training."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import numpy as np
from playwright.sync_api import Browser

from app.lessons.course import LESSONS, lesson
from tests.bench.programs import milliseconds, until_ready
from tests.chromium import launched
from tests.serving import served

CALLS = 50
SECONDS = 5
LONG_RUN = {"epochs": 100}
FRAMES = """(seconds) => new Promise((resolve) => {
  const play = document.querySelector("step-player button.primary");
  const times = [];
  const frame = (time) => {
    times.push(time);
    if (play.textContent === "Replay") play.click();
    if (time - times[0] < 1000 * seconds) requestAnimationFrame(frame);
    else resolve(times);
  };
  requestAnimationFrame(frame);
})"""

Row = tuple[str, str, str]


def measure() -> list[Row]:
    """Answers first, on a quiet server; then frames, beside a training."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        until_ready(address)
        with httpx.Client(base_url=address) as client:
            rows = [answers(client, entry.slug) for entry in LESSONS]
            with launched() as browser, training(client):
                return rows + [frames(browser, address, entry.slug) for entry in LESSONS]


def answers(client: httpx.Client, slug: str) -> Row:
    """The median of the example that takes longest; refusals count, too."""
    examples = [[asked(client, slug, question) for _ in range(CALLS)] for _, question in lesson(slug).PRESETS]
    slowest = max(examples, key=np.median)
    return (f"{slug}: answer to its slowest example, p50", milliseconds(slowest, 50), "< 10 ms")


def asked(client: httpx.Client, slug: str, question: object) -> float:
    """Seconds from the question to the whole answer, over HTTP."""
    start = time.perf_counter()
    client.post(f"/api/lessons/{slug}", json=question)
    return time.perf_counter() - start


def frames(browser: Browser, address: str, slug: str) -> Row:
    """Frames a second while the steps play, again and again."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=address)
    page.goto(f"/lessons/{slug}")
    page.get_by_role("combobox", name="Speed").select_option("4×")
    waits = np.diff(page.evaluate(FRAMES, SECONDS)) / 1000
    page.close()
    rate = f"{1 / np.median(waits):.0f} fps, p99 {milliseconds(list(waits), 99)}"
    return (f"{slug}: playing while a run trains, p50", rate, "60 fps")


@contextmanager
def training(client: httpx.Client) -> Iterator[None]:
    """A run trains while the block runs."""
    run = client.post("/api/runs", json=LONG_RUN).json()["id"]
    while client.get(f"/api/runs/{run}").json()["step"] == 0:
        time.sleep(0.1)
    yield
    assert client.get(f"/api/runs/{run}").json()["status"] == "running"
    client.post(f"/api/runs/{run}/cancellation")
