"""The time machine: the slider, a drawing's history, the memory of ten runs, the price of snapshots."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

import httpx

from tests.bench.chapter import seconds
from tests.bench.predicting import JSON, drawing, resident
from tests.bench.programs import milliseconds, until_ready
from tests.serving import start

RUNS = 10
SHORT = {"epochs": 9, "train_samples": 20_000}
"""About forty snapshots of the chapter's network."""
ROUNDS = 3
SHOWN = ("evaluation", "weights", "histograms")

Row = tuple[str, str, str]


def measure() -> list[Row]:
    """Ten runs first, then what a learner does with them."""
    with ten_runs() as (client, pid, runs):
        slider: dict[str, list[float]] = {name: [] for name in SHOWN}
        for run in runs:
            for name in SHOWN:
                slider[name] += moved(client, run, name)
        back = moved(client, runs[-1], "evaluation")
        lives = [lived(client, run) for run in runs]
        memory = resident(pid)
    besides = [*slider["weights"], *slider["histograms"]]
    return [
        (
            "slider, first time: evaluation, p50",
            milliseconds(slider["evaluation"], 50),
            "≤ 100 ms",
        ),
        ("slider, first time, p99", milliseconds(slider["evaluation"], 99), ""),
        ("slider, first time: weights, histograms, p50", milliseconds(besides, 50), ""),
        ("slider, moved back, p50", milliseconds(back, 50), ""),
        (f"a drawing's history, {len(back)} snapshots, p50", milliseconds(lives, 50), "≤ 300 ms"),
        (f"memory of the web process, {RUNS} runs", f"{memory:.0f} MiB", "≤ 400 MiB"),
        price_of_snapshots(),
    ]


@contextmanager
def ten_runs() -> Iterator[tuple[httpx.Client, int, list[str]]]:
    """A server with ten finished runs."""
    with tempfile.TemporaryDirectory() as folder:
        server = start(Path(folder))
        try:
            with httpx.Client(base_url=server.address, timeout=60) as client:
                until_ready(server.address)
                runs = [client.post("/api/runs", json=SHORT).json()["id"] for _ in range(RUNS)]
                while client.get(f"/api/runs/{runs[-1]}").json()["status"] != "finished":
                    client.get(f"/api/runs/{runs[-1]}/events")
                until_ready(server.address)
                yield client, server.process.pid, runs
        finally:
            server.stop()


def moved(client: httpx.Client, run: str, picture: str) -> list[float]:
    """Seconds until a picture has come, at each snapshot in turn."""
    steps = client.get(f"/api/runs/{run}/snapshots").json()["steps"]
    addresses = (f"/api/runs/{run}/{picture}?step={step}" for step in steps)
    return [seconds(partial(client.get, address)) for address in addresses]


def lived(client: httpx.Client, run: str) -> float:
    """Seconds of a drawing's history in one run."""
    question = drawing()[:-1] + f',"run":"{run}"}}'.encode()
    return seconds(partial(client.post, "/api/predictions/history", content=question, headers=JSON))


def price_of_snapshots() -> Row:
    """A run with its snapshots and one that keeps only the last, in turns."""
    pairs = [(trained("with"), trained("without")) for _ in range(ROUNDS)]
    return (
        "training with snapshots / without",
        f"{median(with_them / without for with_them, without in pairs):.2f}",
        "≤ 1.05",
    )


def trained(snapshots: str) -> float:
    """Seconds of the chapter's run in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.snapshots", snapshots]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)
