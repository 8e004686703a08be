"""Hint: what is typical of how a training goes, why, and the settings to try next."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.errors import Text
from app.network.spec import Spec


class Fix(BaseModel):
    """A spec to train instead."""

    model_config = ConfigDict(frozen=True)

    title: str = Field(description="what it changes, as an order: Set the learning rate to 0.001")
    spec: Spec = Field(description="to be sent to POST /api/runs as it is")


class Hint(BaseModel):
    """What can be said about a run."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(
        description="diverged, overshooting, plateau, slow, overfitting, noisy_labels or linear"
    )
    what: Text
    why: Text
    fix: Fix


def percent(share: float, digits: int = 1) -> str:
    """A share as the pages write it: 97.6 %, with a space that does not break."""
    return f"{100 * share:.{digits}f}\u202f%"


def changed(spec: Spec, title: str, **changes: Any) -> Fix:
    """The spec with other settings; its name would not fit it any more."""
    return Fix(title=title, spec=spec.model_copy(update={"name": "", **changes}))


def other_rate(spec: Spec, rate: float) -> Fix:
    """The spec with another learning rate."""
    optimizer = spec.optimizer.model_copy(update={"learning_rate": rate})
    return changed(spec, f"Set the learning rate to {rate:g}", optimizer=optimizer)
