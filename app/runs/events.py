"""What can happen to a run: past tense, frozen, typed; the wire name comes from the class (RunQueued -> run_queued)."""

import re
from datetime import UTC, datetime
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, computed_field

from app.errors import Problem


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


class RunQueued(Event):
    """The run was accepted and waits for its turn."""


class RunStarted(Event):
    """A worker took the run and trains."""


class BatchesTrained(Event):
    """Some updates in a row; loss[i] and accuracy[i] belong to update first_step + i."""

    epoch: int = Field(description="1-based")
    first_step: int = Field(description="0-based, over the whole run")
    loss: tuple[float, ...]
    accuracy: tuple[float, ...]


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
    """The worker was lost; the run will be resumed."""

    reason: str


class RunResumed(Event):
    """A new worker goes on from the last checkpoint."""

    step: int = Field(description="updates done at that checkpoint")
