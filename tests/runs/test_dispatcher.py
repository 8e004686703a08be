"""The dispatcher keeps the engine busy and writes down what comes back, once."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.errors import Problem
from app.runs.dispatcher import FRUITLESS_ATTEMPTS
from app.runs.engine import Gone, Job, Told
from app.runs.events import Event, RunCancelled, RunFailed, RunInterrupted, RunResumed, RunStarted
from app.runs.files import RunFiles
from app.runs.saver import CheckpointSaved
from tests.runs.scripted import SPEC, Room, batches
from tests.runs.watching import curve, parsed

ARRAYS = {"a": np.zeros(1)}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with closing(Room(tmp_path, parallel=1)) as room:
        room.dispatcher.open()
        yield room


def test_runs_train_one_after_the_other_in_the_order_of_their_arrival(room: Room) -> None:
    room.submit("one", "two", "three")
    assert [job.run_id for job in room.engine.jobs] == ["one"]
    assert room.dispatcher.waiting() == ["two", "three"]
    room.tell("one", RunStarted(), RunFailed(problem=Problem(code="no", what="No.")))
    assert [job.run_id for job in room.engine.jobs] == ["one"]
    room.engine.say(Gone("one", 0))
    assert [job.run_id for job in room.engine.jobs] == ["one", "two"]
    assert room.dispatcher.waiting() == ["three"]


def test_as_many_train_side_by_side_as_are_allowed(tmp_path: Path) -> None:
    with closing(Room(tmp_path, parallel=2)) as room:
        room.dispatcher.open()
        room.submit("one", "two", "three")
        assert [job.run_id for job in room.engine.jobs] == ["one", "two"]


def test_a_run_for_which_there_is_no_process_waits_for_another_chance(room: Room) -> None:
    room.engine.full = True
    room.submit("one")
    assert room.dispatcher.waiting() == ["one"]
    room.engine.full = False
    room.submit("two")
    assert [job.run_id for job in room.engine.jobs] == ["one"]


def test_everybody_hears_of_what_is_new_and_of_nothing_else(room: Room) -> None:
    room.submit("one")
    room.tell("one", RunStarted(), batches(0, 3), batches(0, 3), batches(1, 4))
    assert room.changed == ["one"] * 3
    assert curve(parsed(text for _, text in room.store.events("one"))) == [0, 1, 2, 3, 4]


def test_a_lost_worker_is_replaced_by_one_that_goes_on_from_the_last_checkpoint(room: Room) -> None:
    room.submit("one", "two")
    room.tell("one", RunStarted(), batches(0, 3))
    room.engine.say(Told("one", CheckpointSaved(1, "checkpoint-1-3.npz")))
    room.tell("one", batches(3, 2))
    room.lose("one")
    assert room.types("one")[-1] == "run_interrupted"
    assert "signal 9" in parsed(text for _, text in room.store.events("one"))[-1]["reason"]
    assert room.engine.jobs[-1] == Job("one", SPEC, 2, room.folder / "one", "checkpoint-1-3.npz")
    room.tell("one", RunResumed(attempt=2, step=3), batches(3, 4, attempt=2))
    assert curve(parsed(text for _, text in room.store.events("one"))) == [0, 1, 2, 3, 4, 5, 6]


def test_a_worker_lost_before_it_said_anything_is_replaced_as_well(room: Room) -> None:
    room.submit("one")
    room.lose("one")
    assert [(job.run_id, job.attempt) for job in room.engine.jobs] == [("one", 1), ("one", 1)]
    assert room.types("one") == ["run_queued"]


def test_a_run_whose_workers_get_nowhere_fails(room: Room) -> None:
    room.submit("one", "two")
    for _ in range(FRUITLESS_ATTEMPTS):
        assert room.engine.jobs[-1].run_id == "one"
        room.lose("one")
    run = room.store.run("one")
    assert run.status == "failed"
    assert run.problem
    assert (run.problem.code, run.problem.got) == ("worker_lost", "killed by signal 9")
    assert room.engine.jobs[-1].run_id == "two"


def test_a_run_whose_workers_get_on_is_resumed_as_often_as_it_takes(room: Room) -> None:
    room.submit("one")
    room.tell("one", RunStarted())
    for attempt in range(1, 2 * FRUITLESS_ATTEMPTS):
        room.tell("one", batches(attempt - 1, 1, attempt))
        room.lose("one")
        room.tell("one", RunResumed(attempt=attempt + 1, step=0))
    assert room.store.run("one").attempt == 2 * FRUITLESS_ATTEMPTS


def test_a_checkpoint_counts_as_getting_on(room: Room) -> None:
    room.submit("one")
    room.tell("one", RunStarted(), batches(0, 9))
    for attempt in range(1, 2 * FRUITLESS_ATTEMPTS):
        room.engine.say(Told("one", CheckpointSaved(attempt, f"checkpoint-{attempt}-{attempt}.npz")))
        room.lose("one")
        room.tell("one", RunResumed(attempt=attempt + 1, step=attempt))
    assert room.store.run("one").status == "running"


def test_the_checkpoint_before_the_recorded_one_is_removed(room: Room) -> None:
    room.submit("one")
    room.tell("one", RunStarted())
    files = RunFiles(room.folder / "one")
    files.prepare()
    for step in (1, 2, 3):
        files.write_checkpoint(1, step, ARRAYS)
    room.engine.say(Told("one", CheckpointSaved(1, "checkpoint-1-2.npz")))
    left = sorted(file.name for file in (room.folder / "one").glob("*.npz"))
    assert left == ["checkpoint-1-2.npz", "checkpoint-1-3.npz"]


def test_a_checkpoint_of_a_worker_that_was_given_up_is_not_recorded(room: Room) -> None:
    room.submit("one")
    room.tell("one", RunStarted())
    room.lose("one")
    room.engine.say(Told("one", CheckpointSaved(1, "checkpoint-1-2.npz")))
    assert room.store.checkpoint("one") is None


def test_an_ended_run_keeps_its_snapshots_and_no_checkpoints(room: Room) -> None:
    room.submit("one")
    files = RunFiles(room.folder / "one")
    files.prepare()
    files.write_checkpoint(1, 1, ARRAYS)
    files.write_snapshot(1, ARRAYS)
    room.tell("one", RunStarted(), RunFailed(problem=Problem(code="no", what="No.")))
    room.engine.say(Gone("one", 0))
    assert [file.name for file in (room.folder / "one").glob("*.npz")] == []
    assert files.snapshots() == [1]


def test_after_a_report_that_cannot_be_stored_nothing_of_its_worker_counts_and_the_run_is_resumed(
    room: Room,
) -> None:
    room.submit("one")
    room.tell("one", RunStarted(), batches(0, 2), batches(5, 2))
    assert room.engine.stopped == ["one"]
    room.tell("one", batches(2, 2))
    room.engine.say(Told("one", CheckpointSaved(1, "checkpoint-1-7.npz")))
    room.lose("one")
    assert room.engine.jobs[-1].checkpoint is None
    room.tell("one", RunResumed(attempt=2, step=0), batches(0, 7, attempt=2))
    assert curve(parsed(text for _, text in room.store.events("one"))) == [0, 1, 2, 3, 4, 5, 6]


def test_a_worker_that_ends_while_the_disk_is_full_is_replaced_once_there_is_room(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room.submit("one", "two")
    room.tell("one", RunStarted())
    lose_while_the_disk_is_full(room, "one", caplog)
    assert room.types("one") == ["run_queued", "run_started", "run_interrupted"]
    assert [(job.run_id, job.attempt) for job in room.engine.jobs] == [("one", 1), ("one", 2)]


def test_a_worker_counts_as_lost_once_however_often_that_is_tried_to_be_stored(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room.submit("one", "two")
    room.tell("one", RunStarted())
    lose_while_the_disk_is_full(room, "one", caplog)
    room.lose("one")
    assert room.store.run("one").status == "queued"
    lose_while_the_disk_is_full(room, "one", caplog)
    assert room.store.run("one").status == "failed"
    assert room.engine.jobs[-1].run_id == "two"


def test_a_playground_can_be_closed_while_the_disk_is_full(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with ThreadPoolExecutor() as engine, closing(Room(tmp_path, parallel=1)) as room:
        room.dispatcher.open()
        room.submit("one")
        room.tell("one", RunStarted())
        with room.full_disk():
            losing = engine.submit(room.lose, "one")
            while not caplog.records:
                time.sleep(0.01)
            room.dispatcher.close()
            losing.result()
    with closing(Room(tmp_path, parallel=1)) as after:
        after.dispatcher.open()
        assert [(job.run_id, job.attempt) for job in after.engine.jobs] == [("one", 2)]


def lose_while_the_disk_is_full(room: Room, run_id: str, caplog: pytest.LogCaptureFixture) -> None:
    """Let a worker be killed, and make room only when that could not be stored a few times."""
    caplog.clear()
    with ThreadPoolExecutor() as engine, pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.runs.dispatcher.RETRY_SECONDS", 0.01)
        with room.full_disk():
            losing = engine.submit(room.lose, run_id)
            while len(caplog.records) < FRUITLESS_ATTEMPTS and not losing.done():
                time.sleep(0.01)
        losing.result()


def test_what_a_deleted_runs_worker_says_and_writes_is_forgotten(room: Room) -> None:
    room.submit("one", "two")
    room.dispatcher.write("one", RunCancelled())
    room.dispatcher.stop("one")
    room.store.delete("one")
    room.tell("one", RunStarted())
    RunFiles(room.folder / "one").prepare()
    assert room.engine.stopped == ["one"]
    room.engine.say(Gone("one", 0))
    assert room.engine.jobs[-1].run_id == "two"
    assert not (room.folder / "one").exists()


def test_a_run_that_does_not_train_cannot_be_stopped(room: Room) -> None:
    room.submit("one", "two")
    room.dispatcher.stop("two")
    assert room.engine.stopped == []


def test_interrupted_runs_are_resumed_before_others_begin(tmp_path: Path) -> None:
    with closing(Room(tmp_path, parallel=1)) as before:
        before.dispatcher.open()
        before.submit("one", "two")
        before.tell("one", RunStarted(), batches(0, 2))
        before.engine.say(Told("one", CheckpointSaved(1, "checkpoint-1-2.npz")))
    with closing(Room(tmp_path, parallel=1)) as after:
        after.dispatcher.open()
        assert [(job.run_id, job.attempt, job.checkpoint) for job in after.engine.jobs] == [
            ("one", 2, "checkpoint-1-2.npz")
        ]
        event = Event.from_wire(after.store.events("one")[-1][1])
        assert isinstance(event, RunInterrupted)
        assert event.reason == "the playground was stopped"
        assert after.dispatcher.waiting() == ["two"]
