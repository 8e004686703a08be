"""Run: the life of a training, told by its events; the moves that are legal stand in one table."""

import re
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

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

Status = Literal["queued", "running", "finished", "cancelled", "failed"]

ENDED: frozenset[Status] = frozenset(("finished", "cancelled", "failed"))

MOVES: Mapping[type[Event], Mapping[Status, Status]] = {
    RunStarted: {"queued": "running"},
    RunResumed: {"queued": "running"},
    BatchesTrained: {"running": "running"},
    EpochEnded: {"running": "running"},
    SnapshotSaved: {"running": "running"},
    RunInterrupted: {"running": "queued"},
    RunFinished: {"running": "finished"},
    RunCancelled: {"queued": "cancelled", "running": "cancelled"},
    RunFailed: {"queued": "failed", "running": "failed"},
}


class Run(BaseModel):
    """A training as it stands after the event number `seq`."""

    model_config = ConfigDict(frozen=True, ser_json_inf_nan="strings")

    id: str
    spec: Spec
    status: Status
    attempt: int = Field(1, description="whose work counts: the process that trains, or the next that will")
    seq: int = Field(description="number of the newest event")
    step: int = Field(0, description="updates done and stored")
    steps: int = Field(description="updates in the whole run")
    epoch: int = Field(0, description="epochs done and evaluated")
    snapshot: int | None = Field(None, description="step of the newest snapshot; none once it was deleted")
    place: int | None = Field(None, description="1 is next; none when the run does not wait in the queue")
    created_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    seconds: float = Field(0, description="training time so far")
    test_loss: float | None = Field(None, description="after the newest epoch")
    test_accuracy: float | None = Field(None, description="after the newest epoch")
    problem: Problem | None = Field(None, description="why the run failed")

    @classmethod
    def queued(cls, run_id: str, event: RunQueued) -> "Run":
        """A run at the beginning of its life."""
        spec = event.spec
        return cls(
            id=run_id, spec=spec, status="queued", seq=event.seq, steps=spec.steps, created_at=event.at
        )

    @classmethod
    def told(cls, run_id: str, events: Sequence[Event]) -> "Run":
        """The run to which these events happened, the first of them run_queued."""
        first, *rest = events
        if not isinstance(first, RunQueued):
            raise TypeError(f"a run begins with run_queued, not with {first.type}")
        return reduce(cls.after, rest, cls.queued(run_id, first))

    @property
    def ended(self) -> bool:
        """Whether nothing can happen to this run any more."""
        return self.status in ENDED

    def news(self, event: Event) -> Event | None:
        """What `event` adds to what is known: all, a part or nothing.

        A resumed worker repeats the updates since its checkpoint; one that was given up may still speak.
        Errors: `missing_updates` if the event leaves a hole in the curve.
        """
        if self.ended or event.attempt < self.attempt:
            return None
        if self._needed(event) > self.step:
            raise missing_updates(self, event)
        match event:
            case BatchesTrained():
                return event.since(self.step) if event.end > self.step else None
            case EpochEnded(epoch=epoch):
                return event if epoch > self.epoch else None
            case SnapshotSaved(step=step):
                return event if self.snapshot is None or step > self.snapshot else None
        return event

    def _needed(self, event: Event) -> int:
        """Updates that must be stored before `event`."""
        match event:
            case BatchesTrained():
                return event.first_step
            case EpochEnded():
                return event.epoch * self.spec.updates_per_epoch
            case RunFinished():
                return self.steps
        return 0

    def after(self, event: Event) -> "Run":
        """The run once `event` has happened.

        Errors: `illegal_move` if it cannot happen now.
        """
        status = MOVES.get(type(event), {}).get(self.status)
        if status is None:
            raise illegal_move(self, event)
        return self.model_copy(update={"status": status, "seq": event.seq, **self._changes(event)})

    def _changes(self, event: Event) -> dict[str, Any]:
        match event:
            case RunStarted() | RunResumed():
                return {"started_at": self.started_at or event.at}
            case BatchesTrained():
                return {"step": event.end, "seconds": event.seconds}
            case EpochEnded():
                return {"epoch": event.epoch} | event.model_dump(include={"test_loss", "test_accuracy"})
            case SnapshotSaved():
                return {"snapshot": event.step}
            case RunInterrupted():
                return {"attempt": event.attempt + 1}
        return {"ended_at": event.at} | _verdict(event)


def _verdict(event: Event) -> dict[str, Any]:
    match event:
        case RunFinished():
            return event.model_dump(include={"test_loss", "test_accuracy", "seconds"})
        case RunFailed():
            return {"problem": event.problem}
    return {}


def new_id() -> str:
    """A short name for a new run, fit for an address: eight hexadecimal digits."""
    return secrets.token_hex(4)


def is_id(name: str) -> bool:
    """Whether `new_id` may have made that name."""
    return re.fullmatch("[0-9a-f]{8}", name) is not None


def illegal_move(run: Run, event: Event) -> ConflictError:
    """What to say about an event that cannot happen to a run in its state."""
    return ConflictError(
        "illegal_move",
        f"Run {run.id} is {run.status}, so {event.type} cannot happen to it.",
        expected=" or ".join(MOVES.get(type(event), {})),
        got=run.status,
    )


def missing_updates(run: Run, event: Event) -> ConflictError:
    """What to say about an event that would leave a hole in the curve."""
    return ConflictError(
        "missing_updates",
        f"An event {event.type} of run {run.id} came before the updates that it follows.",
        expected=f"the updates from {run.step} on",
        got=event.type,
    )
