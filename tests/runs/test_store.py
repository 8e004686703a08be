"""The store keeps every event exactly once, whatever a worker repeats."""

import itertools
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ConflictError, UnknownError
from app.network.spec import Spec
from app.runs.events import (
    BatchesTrained,
    EpochEnded,
    Event,
    RunCancelled,
    RunFinished,
    RunInterrupted,
    RunQueued,
    RunResumed,
    RunStarted,
    SnapshotSaved,
)
from app.runs.run import Run
from app.runs.store import Store
from tests.runs.watching import curve, parsed

SPEC = Spec(train_samples=200, batch_size=10, epochs=2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "runs.db")) as store:
        store.create("one", RunQueued(spec=SPEC))
        yield store


def batches(first: int, end: int, attempt: int = 1) -> BatchesTrained:
    """The updates first, first + 1 … end - 1; the loss of each is its number."""
    losses = tuple(float(step) for step in range(first, end))
    return BatchesTrained(
        attempt=attempt, epoch=1, first_step=first, loss=losses, accuracy=losses, seconds=float(end)
    )


def epoch(number: int, attempt: int = 1) -> EpochEnded:
    return EpochEnded(
        attempt=attempt, epoch=number, loss=1, accuracy=1, test_loss=1, test_accuracy=1, seconds=1
    )


def stored(store: Store, since: int = 0) -> list[dict[str, object]]:
    return parsed(text for _, text in store.events("one", since))


def test_events_are_numbered_from_one_without_a_gap(store: Store) -> None:
    for event in (RunStarted(), batches(0, 7), batches(7, 20), epoch(1), SnapshotSaved(step=20)):
        store.append("one", event)
    assert [event["seq"] for event in stored(store)] == [1, 2, 3, 4, 5, 6]
    assert [seq for seq, _ in store.events("one", since=4)] == [5, 6]
    assert [seq for seq, _ in store.events("one", since=1, limit=2)] == [2, 3]


def test_an_event_and_its_run_are_stored_together(store: Store) -> None:
    store.append("one", RunStarted())
    after = store.append("one", batches(0, 5))
    assert after == store.run("one")
    assert (store.run("one").step, store.run("one").seq) == (5, 3)


def test_what_cannot_happen_leaves_no_trace(store: Store) -> None:
    before = store.run("one"), stored(store)
    with pytest.raises(ConflictError):
        store.append("one", batches(0, 5))
    assert (store.run("one"), stored(store)) == before


def test_a_hole_in_the_curve_leaves_no_trace(store: Store) -> None:
    store.append("one", RunStarted())
    before = store.run("one"), stored(store)
    with pytest.raises(ConflictError, match="before the updates"):
        store.append("one", batches(1, 5))
    assert (store.run("one"), stored(store)) == before


def test_a_second_end_is_dropped(store: Store) -> None:
    store.append("one", RunCancelled())
    assert store.append("one", RunFinished(test_loss=1, test_accuracy=1, seconds=1)) is None
    assert stored(store)[-1]["type"] == "run_cancelled"


@settings(max_examples=15)
@given(data=st.data())
def test_repeated_updates_are_stored_once(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    with closing(Store(tmp_path_factory.mktemp("store") / "runs.db")) as store:
        store.create("one", RunQueued(spec=SPEC))
        store.append("one", RunStarted())
        reached = 0
        for attempt in range(1, data.draw(st.integers(1, 4), label="attempts") + 1):
            if attempt > 1:
                store.append("one", RunInterrupted(attempt=attempt - 1, reason="killed"))
                checkpoint = data.draw(st.integers(0, reached), label="checkpoint")
                store.append("one", RunResumed(attempt=attempt, step=checkpoint))
            else:
                checkpoint = 0
            for event in attempt_from(checkpoint, attempt, data):
                store.append("one", event)
            reached = store.run("one").step
        assert curve(stored(store)) == [float(step) for step in range(reached)]
        assert curve(stored(store), "accuracy") == curve(stored(store))
        epochs = [event["epoch"] for event in stored(store) if event["type"] == "epoch_ended"]
        snapshots = [event["step"] for event in stored(store) if event["type"] == "snapshot_saved"]
        assert epochs == list(range(1, reached // 20 + 1))
        assert snapshots == list(range(0, reached + 1, 5))


def attempt_from(checkpoint: int, attempt: int, data: st.DataObject) -> Iterator[Event]:
    """What a worker says from a checkpoint on: batches cut anywhere, a snapshot every 5, an epoch of 20."""
    end = data.draw(st.integers(checkpoint, SPEC.steps), label="end")
    cuts = data.draw(st.sets(st.integers(checkpoint, end)), label="cuts")
    marks = {step for step in range(checkpoint, end + 1) if step % 5 == 0}
    for first, last in itertools.pairwise(sorted(cuts | marks | {checkpoint, end})):
        if first % 5 == 0:
            yield SnapshotSaved(attempt=attempt, step=first)
        yield batches(first, last, attempt)
        if last % 20 == 0:
            yield epoch(last // 20, attempt)
    if end % 5 == 0:
        yield SnapshotSaved(attempt=attempt, step=end)


def test_an_older_attempt_is_fenced_out(store: Store) -> None:
    for event in (
        RunStarted(),
        batches(0, 5),
        RunInterrupted(reason="killed"),
        RunResumed(attempt=2, step=0),
    ):
        store.append("one", event)
    assert store.append("one", batches(5, 9)) is None
    assert not store.record_checkpoint("one", 1, "checkpoint-1-5.npz")
    assert store.checkpoint("one") is None
    assert store.record_checkpoint("one", 2, "checkpoint-2-5.npz")
    assert store.checkpoint("one") == "checkpoint-2-5.npz"


def test_an_ended_run_takes_no_checkpoint(store: Store) -> None:
    store.append("one", RunCancelled())
    assert not store.record_checkpoint("one", 1, "checkpoint-1-5.npz")


@pytest.mark.parametrize("question", ["run", "ended", "checkpoint"])
def test_an_unknown_run_is_told(store: Store, question: str) -> None:
    with pytest.raises(UnknownError) as unknown:
        getattr(store, question)("nobody")
    assert unknown.value.problem.code == "unknown_run"


def test_runs_are_listed_newest_first_and_waited_for_oldest_first(store: Store) -> None:
    store.create("two", RunQueued(spec=SPEC))
    store.create("three", RunQueued(spec=SPEC))
    store.append("two", RunStarted())
    assert [run.id for run in store.runs()] == ["three", "two", "one"]
    assert store.ids("queued") == ["one", "three"]
    assert store.ids("queued", "running") == ["one", "two", "three"]
    assert store.ids("failed") == []
    assert store.counts() == {"queued": 2, "running": 1, "finished": 0, "cancelled": 0, "failed": 0}


def test_a_deleted_run_takes_its_events_along(store: Store) -> None:
    store.delete("one")
    with pytest.raises(UnknownError) as unknown:
        store.run("one")
    assert unknown.value.problem.got == "one"
    assert "/api/runs" in unknown.value.problem.hint
    assert store.events("one") == []


def test_what_a_deleted_run_took_is_free_again(store: Store) -> None:
    before = store.bytes
    store.create("two", RunQueued(spec=SPEC))
    store.append("two", RunStarted())
    store.append("two", batches(0, 5000))
    assert store.bytes > before + 50_000
    store.delete("two")
    assert store.bytes < before + 20_000


def test_an_adopted_run_is_the_oldest_and_replaces_itself(store: Store) -> None:
    events = [RunQueued(seq=1, spec=SPEC), RunStarted(seq=2), batches(0, 5).model_copy(update={"seq": 3})]
    old = [event.model_copy(update={"at": datetime(2001, 1, 1, tzinfo=UTC)}) for event in events[:2]]
    store.adopt(Run.told("adopted", old), old)
    store.adopt(Run.told("adopted", events), events)
    assert [run.id for run in store.runs()] == ["one", "adopted"]
    assert [text for _, text in store.events("adopted")] == [event.wire for event in events]


def test_runs_end_in_the_order_of_their_ends_also_when_the_clock_is_set_back(store: Store) -> None:
    store.create("two", RunQueued(spec=SPEC))
    store.create("three", RunQueued(spec=SPEC))
    assert store.ended_runs() == []
    store.append("two", RunCancelled())
    store.append("one", RunCancelled(at=datetime(1970, 1, 1, tzinfo=UTC)))
    assert [run.id for run in store.ended_runs()] == ["two", "one"]
