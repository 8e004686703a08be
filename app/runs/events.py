"""What can happen to a run: past tense, frozen, typed, named on the wire as the class (run_queued)."""

import json
import re
from datetime import UTC, datetime
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, computed_field

from app.errors import Problem
from app.network.spec import Spec


class Event(BaseModel):
    """A fact in the life of one run; the store numbers it and never changes it again."""

    model_config = ConfigDict(frozen=True, ser_json_inf_nan="strings")
    kinds: ClassVar[dict[str, type["Event"]]] = {}

    seq: int = Field(0, description="1, 2, 3 … within the run; 0 until stored")
    at: datetime = Field(default_factory=lambda: datetime.now(UTC), description="when it happened, UTC")
    attempt: int = Field(1, description="which process's work this is; a resumed run counts up")

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        cls.kinds[cls.wire_name()] = cls

    @classmethod
    def wire_name(cls) -> str:
        """Snake case of the class name."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def type(self) -> str:
        """Wire name of this event."""
        return self.wire_name()

    @property
    def wire(self) -> str:
        """The event as it travels: JSON, with NaN, Infinity and -Infinity as strings."""
        return self.model_dump_json()

    @staticmethod
    def from_wire(text: str) -> "Event":
        """The event that `wire` wrote."""
        return Event.kinds[json.loads(text)["type"]].model_validate_json(text)


class RunQueued(Event):
    """The run was accepted and waits for its turn."""

    spec: Spec


class RunStarted(Event):
    """A worker took the run and trains."""


class BatchesTrained(Event):
    """Some updates in a row; loss[i] and accuracy[i] belong to update first_step + i."""

    epoch: int = Field(description="1-based")
    first_step: int = Field(description="0-based, over the whole run")
    loss: tuple[float, ...] = Field(description="mean over each batch, before its update")
    accuracy: tuple[float, ...] = Field(description="share of each batch that was right, before its update")
    seconds: float = Field(description="training time of the run up to the last of these updates")

    @property
    def end(self) -> int:
        """Updates of the run that are done after these."""
        return self.first_step + len(self.loss)

    def since(self, step: int) -> "BatchesTrained":
        """The part that begins at update `step`."""
        known = step - self.first_step
        return self.model_copy(
            update={"first_step": step, "loss": self.loss[known:], "accuracy": self.accuracy[known:]}
        )


class EpochEnded(Event):
    """All training images were seen once more, and the test set was evaluated."""

    epoch: int = Field(description="1-based")
    loss: float = Field(description="mean over the epoch's samples")
    accuracy: float = Field(description="mean over the epoch's samples")
    test_loss: float
    test_accuracy: float
    seconds: float = Field(description="training time of this epoch")


class SnapshotSaved(Event):
    """The weights after `step` updates can be read."""

    step: int


class RunFinished(Event):
    """Every update was done."""

    test_loss: float
    test_accuracy: float
    seconds: float = Field(description="training time of the whole run")


class RunCancelled(Event):
    """Somebody stopped the run."""


class RunFailed(Event):
    """The run cannot go on."""

    problem: Problem


class RunInterrupted(Event):
    """The worker was lost; the run waits to be resumed."""

    reason: str


class RunResumed(Event):
    """A new worker goes on from the last checkpoint."""

    step: int = Field(description="updates done at that checkpoint")
