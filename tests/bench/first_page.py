"""From the start of the process to the first page."""

import tempfile
import time
from pathlib import Path
from statistics import median

import httpx

from tests.serving import start

STARTS = 5


def measure() -> list[tuple[str, str, str]]:
    """Start, ask for the first page, stop; the very first start, which fills caches, does not count."""
    with tempfile.TemporaryDirectory() as folder:
        seconds = [start_to_page(Path(folder)) for _ in range(STARTS + 1)][1:]
    return [("process start to first page, median", f"{median(seconds):.2f} s", "< 1 s")]


def start_to_page(folder: Path) -> float:
    """Seconds until the first page has arrived."""
    begin = time.perf_counter()
    server = start(folder)
    try:
        httpx.get(server.link).raise_for_status()
        return time.perf_counter() - begin
    finally:
        server.stop()
