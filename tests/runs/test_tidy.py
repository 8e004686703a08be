"""What ended runs leave behind takes no more room than it is worth."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.network.spec import Spec
from app.runs.engine import Gone
from app.runs.events import RunCancelled, RunQueued, RunStarted
from app.runs.files import RunFiles
from app.runs.recorded import RECORDED
from app.runs.store import Store
from app.runs.tidy import RUNS_WITH_MEMORIES, RUNS_WITH_SNAPSHOTS, sweep, tidy
from tests.runs.scripted import Room

ARRAYS = {"a": np.zeros(1)}
MANY = [f"run{number}" for number in range(RUNS_WITH_SNAPSHOTS + 1)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "runs.db")) as store:
        yield store


def begin(store: Store, folder: Path, run_id: str) -> None:
    """Let a run train and keep its weights once."""
    store.create(run_id, RunQueued(spec=Spec()))
    store.append(run_id, RunStarted())
    files = RunFiles(folder / run_id)
    files.prepare()
    files.write_snapshot(1, ARRAYS, ARRAYS)


def end(store: Store, folder: Path, run_id: str) -> None:
    """End a run and tidy up."""
    store.append(run_id, RunCancelled())
    tidy(run_id, store, folder)


def with_snapshots(folder: Path) -> set[str]:
    """The runs that have some."""
    return {path.parent.name for path in folder.glob("*/snapshots")}


def test_an_ended_run_keeps_its_snapshots_and_no_checkpoints(store: Store, tmp_path: Path) -> None:
    begin(store, tmp_path, "one")
    RunFiles(tmp_path / "one").write_checkpoint(1, 1, ARRAYS)
    end(store, tmp_path, "one")
    assert [file.name for file in (tmp_path / "one").rglob("*.npz")] == ["1.npz", "1.npz"]


def test_only_the_runs_that_ended_last_and_the_recorded_one_keep_their_snapshots(
    store: Store, tmp_path: Path
) -> None:
    for name in [RECORDED, *MANY]:
        begin(store, tmp_path, name)
        end(store, tmp_path, name)
    assert with_snapshots(tmp_path) == {RECORDED, *MANY[1:]}
    remembered = {name for name in MANY if RunFiles(tmp_path / name).memory(1)}
    assert remembered == set(MANY[-RUNS_WITH_MEMORIES:])


def test_runs_that_never_trained_cost_others_no_snapshots(store: Store, tmp_path: Path) -> None:
    begin(store, tmp_path, "one")
    for name in MANY:
        store.create(name, RunQueued(spec=Spec()))
        store.append(name, RunCancelled())
    end(store, tmp_path, "one")
    assert with_snapshots(tmp_path) == {"one"}


def test_a_run_that_outlasts_many_others_keeps_its_snapshots(store: Store, tmp_path: Path) -> None:
    begin(store, tmp_path, "long")
    for name in MANY:
        begin(store, tmp_path, name)
        end(store, tmp_path, name)
    assert with_snapshots(tmp_path) == {"long", *MANY[1:]}
    end(store, tmp_path, "long")
    assert with_snapshots(tmp_path) == {"long", *MANY[2:]}


def test_what_a_killed_playground_could_not_remove_is_swept_out_and_nothing_of_others(
    store: Store, tmp_path: Path
) -> None:
    for name in ("00000001", "00000002", "00000003"):
        begin(store, tmp_path, name)
        RunFiles(tmp_path / name).write_checkpoint(1, 1, ARRAYS)
    for name in ("00000002", "00000003"):
        store.append(name, RunCancelled())
    store.delete("00000003")
    (tmp_path / "holidays").mkdir()
    sweep(store, tmp_path)
    assert sorted(path.parent.name for path in tmp_path.glob("*/checkpoint-*")) == ["00000001"]
    assert with_snapshots(tmp_path) == {"00000001", "00000002"}
    assert (tmp_path / "holidays").exists()


def test_the_next_run_does_not_wait_for_what_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("Operation not permitted")

    monkeypatch.setattr(RunFiles, "delete_checkpoints", refuse)
    with closing(Room(tmp_path)) as room:
        room.dispatcher.open()
        room.submit("one", "two")
        room.tell("one", RunStarted(), RunCancelled())
        room.engine.say(Gone("one", 0))
        assert [job.run_id for job in room.engine.jobs] == ["one", "two"]
