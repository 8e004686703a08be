"""Flat for a day: one run after the other, each before a class, takes no more memory and no more files."""

import asyncio
import time
from pathlib import Path

import httpx
import psutil

from tests.serving import start
from tests.torture.conftest import Extent
from tests.torture.crowd import TINY, Follower, together
from tests.torture.harm import MEBIBYTE

PUPILS = 30
GROWTH = 1.05


async def follow(followers: list[Follower]) -> None:
    """Read until the run has ended."""
    await asyncio.gather(*(follower.follow() for follower in followers))


def train_before_a_class(address: str) -> None:
    """One run, seen by everybody to its end; then the next can begin at once."""
    run_id = httpx.post(f"{address}/api/runs", json=TINY, timeout=60).json()["id"]
    followers = [Follower(f"{address}/api/runs/{run_id}") for _ in range(PUPILS)]
    together(follow(followers))
    run = httpx.get(f"{address}/api/runs/{run_id}", timeout=60).json()
    assert run["status"] == "finished"
    assert all(follower.seqs == list(range(1, run["seq"] + 1)) for follower in followers)
    while httpx.get(f"{address}/api/health", timeout=60).json()["trainer"] != "ready":
        time.sleep(0.1)


def test_a_day_of_runs_leaves_nothing_behind(tmp_path: Path, extent: Extent) -> None:
    warm, runs = extent(2, 10), extent(3, 100)
    server = start(tmp_path)
    process = psutil.Process(server.process.pid)
    sizes = []
    try:
        for _ in range(runs):
            train_before_a_class(server.address)
            sizes.append((process.memory_info().rss, process.num_fds()))
    finally:
        server.stop()
    (memory, files), (last_memory, last_files) = sizes[warm - 1], sizes[-1]
    print(
        f"after {warm} runs {memory / MEBIBYTE:.1f} MiB and {files} files, "
        f"after {runs} {last_memory / MEBIBYTE:.1f} MiB and {last_files} files"
    )
    assert last_memory < GROWTH * memory
    assert last_files < GROWTH * files + extent(2, 0)
