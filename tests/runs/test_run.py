"""A run is what its events made of it, and nothing illegal happens to it."""

import json
import math
from itertools import pairwise

import pytest

from app.errors import ConflictError, Problem
from app.network.spec import Spec
from app.runs.events import (
    BatchesTrained,
    EpochEnded,
    Event,
    RunCancelled,
    RunFailed,
    RunFinished,
    RunInterrupted,
    RunQueued,
    RunResumed,
    RunStarted,
    SnapshotSaved,
)
from app.runs.run import Run, is_id, new_id

SPEC = Spec(train_samples=40, batch_size=10, epochs=2)
QUEUED = RunQueued(seq=1, spec=SPEC)
STARTED = RunStarted(seq=2)
EPOCH = EpochEnded(seq=4, epoch=1, loss=1, accuracy=0.5, test_loss=1.5, test_accuracy=0.25, seconds=2)
FINISHED = RunFinished(seq=9, test_loss=0.5, test_accuracy=0.75, seconds=4)
FAILED = RunFailed(problem=Problem(code="diverged", what="It diverged."))


def batches(first_step: int, count: int, attempt: int = 1) -> BatchesTrained:
    losses = tuple(float(first_step + i) for i in range(count))
    return BatchesTrained(
        attempt=attempt,
        epoch=1,
        first_step=first_step,
        loss=losses,
        accuracy=losses,
        seconds=first_step + count,
    )


def run(*events: Event) -> Run:
    return Run.told("one", [QUEUED, *events])


def test_a_new_run_waits() -> None:
    new = run()
    assert (new.status, new.step, new.steps, new.attempt, new.seq) == ("queued", 0, 8, 1, 1)
    assert new.created_at == QUEUED.at
    assert not new.ended


def test_a_run_counts_its_updates_epochs_and_snapshots() -> None:
    training = run(STARTED, batches(0, 4), EPOCH, SnapshotSaved(step=4))
    assert (training.status, training.step, training.epoch, training.snapshot) == ("running", 4, 1, 4)
    assert (training.test_loss, training.test_accuracy, training.seconds) == (1.5, 0.25, 4)
    assert training.started_at == STARTED.at


def test_a_finished_run_knows_how_good_it_is() -> None:
    finished = run(STARTED, batches(0, 8), FINISHED)
    assert (finished.status, finished.test_accuracy, finished.seconds) == ("finished", 0.75, 4)
    assert finished.ended_at == FINISHED.at
    assert finished.ended


def test_a_failed_run_knows_why() -> None:
    failed = run(STARTED, FAILED)
    assert failed.status == "failed"
    assert failed.problem == FAILED.problem


def test_a_lost_worker_sends_the_run_back_to_the_queue_and_counts_the_attempt_up() -> None:
    interrupted = run(STARTED, batches(0, 3), RunInterrupted(reason="killed"))
    assert (interrupted.status, interrupted.attempt, interrupted.step) == ("queued", 2, 3)
    resumed = interrupted.after(RunResumed(attempt=2, step=0))
    assert (resumed.status, resumed.step, resumed.started_at) == ("running", 3, STARTED.at)


@pytest.mark.parametrize("ending", [FINISHED, RunCancelled(), FAILED])
@pytest.mark.parametrize(
    "event",
    [QUEUED, STARTED, batches(8, 1), EPOCH, FINISHED, RunCancelled(), FAILED, RunInterrupted(reason="")],
)
def test_nothing_happens_after_the_end(ending: Event, event: Event) -> None:
    ended = run(STARTED, batches(0, 8), ending)
    assert ended.news(event) is None
    with pytest.raises(ConflictError) as refused:
        ended.after(event)
    assert refused.value.problem.code == "illegal_move"


@pytest.mark.parametrize("event", [batches(0, 1), EPOCH, FINISHED, RunInterrupted(reason="")])
def test_a_run_that_waits_does_not_train(event: Event) -> None:
    with pytest.raises(ConflictError, match="is queued"):
        run().after(event)


def test_a_run_can_be_cancelled_or_fail_before_it_trains() -> None:
    assert run(RunCancelled()).status == "cancelled"
    assert run(FAILED).status == "failed"


def test_batches_that_are_known_are_cut_off_or_dropped() -> None:
    training = run(STARTED, batches(0, 4))
    assert training.news(batches(0, 4)) is None
    news = training.news(batches(2, 4))
    assert isinstance(news, BatchesTrained)
    assert (news.first_step, news.loss) == (4, (4.0, 5.0))


def test_an_epoch_and_a_snapshot_are_told_once() -> None:
    training = run(STARTED, batches(0, 4), EPOCH, SnapshotSaved(step=4))
    assert training.news(EPOCH) is None
    assert training.news(SnapshotSaved(step=4)) is None
    assert training.news(SnapshotSaved(step=2)) is None
    later = SnapshotSaved(step=8)
    assert training.news(later) is later


def test_a_worker_that_was_given_up_has_nothing_to_say() -> None:
    resumed = run(STARTED, batches(0, 3), RunInterrupted(reason="killed"), RunResumed(attempt=2, step=0))
    assert resumed.news(batches(3, 2, attempt=1)) is None
    assert resumed.news(batches(3, 2, attempt=2)) is not None


@pytest.mark.parametrize("event", [batches(5, 1), EPOCH, FINISHED])
def test_a_hole_in_the_curve_is_refused(event: Event) -> None:
    with pytest.raises(ConflictError) as refused:
        run(STARTED, batches(0, 3)).news(event)
    assert refused.value.problem.code == "missing_updates"


def test_a_run_begins_with_being_queued() -> None:
    with pytest.raises(TypeError, match="run_started"):
        Run.told("one", [STARTED])


def test_numbers_that_json_does_not_know_travel_as_strings() -> None:
    wild = run(STARTED, batches(0, 4), EPOCH.model_copy(update={"test_loss": math.nan}))
    text = wild.model_dump_json()
    assert json.loads(text)["test_loss"] == "NaN"
    back = Run.model_validate_json(text).test_loss
    assert back is not None
    assert math.isnan(back)


def test_ids_differ_and_fit_into_an_address() -> None:
    ids = sorted(new_id() for _ in range(1000))
    assert all(a != b for a, b in pairwise(ids))
    assert all(len(name) == 8 and name.isalnum() and is_id(name) for name in ids)
    assert not any(map(is_id, ("recorded", "0123456", "012345678", "../../..")))
