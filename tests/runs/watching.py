"""What a test sees of runs and processes from outside."""

import json
import os
import time
from collections.abc import Iterable
from contextlib import aclosing
from pathlib import Path
from typing import Any

from app.runs.archive import Archive
from app.runs.runs import Runs


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
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def until(runs: Archive, run_id: str, kind: str, number: int = 1) -> None:
    """Wait until something has happened that often to a run."""
    while [event["type"] for event in parsed(runs.events(run_id))].count(kind) < number:
        time.sleep(0.01)


def trains(pid: int) -> bool:
    """Whether a process is a worker; one that has just ended is none."""
    try:
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except (ProcessLookupError, FileNotFoundError):
        return False


async def with_reconnects(runs: Runs, run_id: str, patience: int) -> list[dict[str, Any]]:
    """Follow a run, leaving after every few events and coming back for what came since."""
    seen: list[dict[str, Any]] = []
    while not seen or not runs.get(run_id).ended or seen[-1]["seq"] < runs.get(run_id).seq:
        async with aclosing(runs.follow(run_id, seen[-1]["seq"] if seen else 0)) as events:
            left = patience
            async for text in events:
                seen.append(json.loads(text))
                left -= 1
                if not left:
                    break
    return seen
