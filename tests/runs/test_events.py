"""Events have the names and the JSON that the wire promises."""

import json
import math

import pytest

from app.errors import Problem
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

BATCHES = BatchesTrained(epoch=2, first_step=10, loss=(0.5, 0.4, 0.3), accuracy=(0.1, 0.2, 0.3), seconds=1.5)
EVENTS: dict[str, Event] = {
    "run_queued": RunQueued(spec=Spec()),
    "run_started": RunStarted(),
    "batches_trained": BATCHES,
    "epoch_ended": EpochEnded(
        epoch=1, loss=0.5, accuracy=0.9, test_loss=math.inf, test_accuracy=0.1, seconds=2.0
    ),
    "snapshot_saved": SnapshotSaved(step=4),
    "run_finished": RunFinished(test_loss=0.1, test_accuracy=0.98, seconds=9.0),
    "run_cancelled": RunCancelled(),
    "run_failed": RunFailed(problem=Problem(code="diverged", what="It diverged.")),
    "run_interrupted": RunInterrupted(reason="killed"),
    "run_resumed": RunResumed(attempt=2, step=469),
}


@pytest.mark.parametrize(("name", "event"), EVENTS.items())
def test_each_event_is_named_on_the_wire_as_promised(name: str, event: Event) -> None:
    told = json.loads(event.wire)
    assert told["type"] == name
    assert {"seq", "at", "attempt"} <= told.keys()


def test_there_are_no_other_events() -> None:
    assert Event.kinds.keys() == EVENTS.keys()


@pytest.mark.parametrize("event", EVENTS.values())
def test_an_event_comes_back_from_the_wire_unchanged(event: Event) -> None:
    assert Event.from_wire(event.wire) == event


def test_numbers_that_json_does_not_know_travel_as_strings() -> None:
    losses = (math.nan, math.inf, -math.inf, 1.5)
    event = BatchesTrained(epoch=1, first_step=0, loss=losses, accuracy=(0,) * 4, seconds=0)
    assert json.loads(event.wire)["loss"] == ["NaN", "Infinity", "-Infinity", 1.5]
    back = Event.from_wire(event.wire)
    assert isinstance(back, BatchesTrained)
    assert repr(back.loss) == repr(losses)


def test_batches_know_where_they_end_and_can_be_cut() -> None:
    assert BATCHES.end == 13
    rest = BATCHES.since(12)
    assert (rest.first_step, rest.loss, rest.accuracy, rest.end) == (12, (0.3,), (0.3,), 13)
