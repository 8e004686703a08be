"""A training survives: whatever is killed, and whenever, it ends as if nothing had happened."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.runs.files import read_arrays
from tests.runs.watching import curve
from tests.torture.conftest import Extent
from tests.torture.playground import ENDED, LOOK_SECONDS, Playground, kill, playground

CRASH = Path(__file__).parent / "crash"
LONGEST_LIFE = 4.0
"""Seconds after which a worker is killed at the latest, loading TensorFlow included."""

Spec = dict[str, Any]
Outcome = tuple[list[float], list[dict[str, Any]], dict[str, bytes]]


@pytest.fixture(scope="module")
def spec(extent: Extent) -> Spec:
    """A training that keeps a checkpoint after each of its many short epochs."""
    layer = {"units": 16, "activation": "relu"}
    return {"hidden": [layer], "train_samples": 400, "batch_size": 20, "epochs": extent(25, 100), "seed": 3}


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    """A playground to which nothing happens of itself."""
    with playground(tmp_path_factory.mktemp("calm")) as server:
        yield server


@pytest.fixture(scope="module")
def undisturbed(calm: Playground, spec: Spec) -> Outcome:
    """What becomes of a training that is left in peace."""
    run_id = calm.submit(**spec)
    calm.until(run_id, "finished")
    return outcome(calm, run_id)


def outcome(server: Playground, run_id: str) -> Outcome:
    """The curve, the epochs but for their times, and the final weights of a run, bit for bit."""
    events = server.events(run_id)
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    epochs = [
        {name: event[name] for name in ("epoch", "loss", "accuracy", "test_loss", "test_accuracy")}
        for event in events
        if event["type"] == "epoch_ended"
    ]
    weights = read_arrays(server.folder / f"runs/{run_id}/snapshots/{server.run(run_id)['steps']}.npz")
    return curve(events), epochs, {name: array.tobytes() for name, array in weights.items()}


def readable(server: Playground, run_id: str) -> int:
    """How many checkpoints and snapshots a run has; fails if one of them cannot be read."""
    found = 0
    for path in (server.folder / "runs" / run_id).rglob("*.npz"):
        if not path.name.startswith("."):
            with suppress(FileNotFoundError):  # the next one has taken its place
                found += bool(read_arrays(path))
    return found


def test_workers_that_are_killed_at_random_moments_change_nothing(
    extent: Extent, calm: Playground, spec: Spec, undisturbed: Outcome
) -> None:
    most, kills, runs, read = extent(2, 50), 0, 0, 0
    while kills < most:
        run_id = calm.submit(**spec)
        while kills < most and killed(calm, run_id, comes_further=bool(kills % 2)):
            kills += 1
            read += readable(calm, run_id)
        calm.until(run_id, "finished")
        assert outcome(calm, run_id) == undisturbed
        runs += 1
    print(f"{kills} workers of {runs} runs killed, {read} files read after it")


def killed(server: Playground, run_id: str, comes_further: bool) -> bool:
    """Kill a run's worker at a random moment; false if the run has ended by then.

    Three in a row that come no further would end the run: then it is killed soon after it has done so.
    """
    step = server.run(run_id)["step"]
    while comes_further and (run := server.run(run_id))["step"] == step and run["status"] not in ENDED:
        time.sleep(LOOK_SECONDS)
    time.sleep(random.uniform(0, LONGEST_LIFE / (20 if comes_further else 1)))
    workers = server.workers()
    if server.run(run_id)["status"] in ENDED:
        return False
    for worker in workers:
        kill(worker)
    return bool(workers)


def test_a_crash_before_and_after_each_step_of_keeping_a_checkpoint_changes_nothing(
    extent: Extent, tmp_path: Path, spec: Spec, undisturbed: Outcome
) -> None:
    steps = ("rename commit", "write fsync rename record commit unlink end")[extent(0, 1)]
    log = tmp_path / "crashes"
    variables = {"PYTHONPATH": str(CRASH), "CRASH_LOG": str(log), "CRASH_AT": steps}
    read: dict[int, int] = {}
    with playground(tmp_path / "data", **variables) as server:
        run_id = server.submit(**spec)
        while (run := state(server, run_id))["status"] != "finished":
            assert run["status"] in ("queued", "running"), run
            if run["attempt"] not in read:
                read[run["attempt"]] = readable(server, run_id)
            time.sleep(LOOK_SECONDS)
        crashes = log.read_text().splitlines()
        print(f"{len(crashes)} crashes, {sum(read.values())} files read after them:", dict(Counter(crashes)))
        assert {step.split()[-1] for step in crashes} == set(steps.split())
        assert outcome(server, run_id) == undisturbed


def state(server: Playground, run_id: str) -> dict[str, Any]:
    """A run as it stands, of a server that is started again when it has crashed."""
    if server.server.process.poll() is not None:
        server.kill()  # what is left of it
        server.start()
    with suppress(httpx.TransportError):
        return server.run(run_id)
    return {"status": "queued", "attempt": 0}
