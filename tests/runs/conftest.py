"""Small real trainings, and one playground for all tests of this room."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.network.spec import HiddenLayer, Spec
from app.runs.engine import Job
from app.runs.local_engine import LocalEngine
from app.runs.runs import Runs
from app.runs.saver import Notice
from app.runs.train import train

SMALL = HiddenLayer(units=8)
TINY = Spec(hidden=(SMALL,), train_samples=300, epochs=2, batch_size=32)
LONG = Spec(hidden=(HiddenLayer(units=32),), train_samples=2000, epochs=12, batch_size=20, seed=3)
ENDLESS = Spec(hidden=(SMALL,), epochs=100)


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    """A playground with real worker processes."""
    with_engine = Runs(tmp_path_factory.mktemp("runs"), LocalEngine())
    with_engine.open()
    yield with_engine
    with_engine.close()


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Job, list[Notice]]:
    """LONG, trained without a break in this process: its job and all that was said."""
    job = Job("undisturbed", LONG, 1, tmp_path_factory.mktemp("undisturbed"), None)
    return job, trained(job)


def trained(job: Job) -> list[Notice]:
    """Everything that a training says, from its beginning to its end."""
    notices: list[Notice] = []
    train(job, notices.append, lambda: False)
    return notices


async def followed(runs: Runs, run_id: str, since: int = 0) -> list[dict[str, Any]]:
    """Everything that happens to a run, until its end."""
    return [json.loads(text) async for text in runs.follow(run_id, since)]


def parsed(texts: Iterable[str]) -> list[dict[str, Any]]:
    """Wire texts as dictionaries."""
    return [json.loads(text) for text in texts]


def curve(events: Iterable[dict[str, Any]], name: str = "loss") -> list[float]:
    """One number for each update; fails if an update is missing or told twice."""
    numbers: list[float] = []
    for event in events:
        if event["type"] == "batches_trained":
            assert event["first_step"] == len(numbers)
            numbers += event[name]
    return numbers


def children(pid: int) -> set[int]:
    """The processes that a process started and that still run."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == pid and state != "Z":
            found.add(int(stat.parent.name))
    return found


def alive(pid: int) -> bool:
    """Whether a process still runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
