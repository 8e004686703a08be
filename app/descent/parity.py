"""Parity: whether Keras makes the same update of the same weights."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from app.descent.memory import as_kept
from app.descent.numbers import number
from app.descent.update import update
from app.network.forward import weights
from app.network.training_step import TrainingStep
from app.tensors.spelling import words

Theirs = Mapping[str, NDArray[Any]] | Literal["loading", "unavailable"]
ROUNDING = 1e-6
"""Sums of float32 in another order differ by less."""
TIED = (
    " Units left out: {0}. For some image their sum is 0 but for rounding, and rounding decides whether"
    " relu lets the gradient pass."
)
SAID = {
    "loading": "TensorFlow is loading, in a process of its own; its answer comes by itself.",
    "unavailable": "TensorFlow does not answer here.",
}


class Parity(BaseModel):
    """How far our new weights are from those of Keras."""

    model_config = ConfigDict(frozen=True)

    keras: Literal["loading", "unavailable", "ready"]
    max_difference: Any = Field(None, description="of all new weights")
    left_out: int = Field(0, description="units at the kink of relu, where rounding decides")
    max_step: Any = Field(None, description="how far a weight was moved at most, to compare")
    text: str


def asked(training: TrainingStep) -> tuple[Any, ...]:
    """What `keras_step` takes to make the same update."""
    memory = update(training).memory
    kept = as_kept(training.spec.optimizer, memory.numbers)
    batch = training.tensor("X"), training.tensor("y")
    return training.spec, weights(training.network), kept, memory.updates, batch


def parity(training: TrainingStep, theirs: Theirs) -> Parity:
    """Our update beside that of Keras, but for units where rounding decides what relu does."""
    if isinstance(theirs, str):
        return Parity(keras=theirs, text=SAID[theirs])
    before, ours, ties = weights(training.network), weights(update(training).network), tied(training)
    difference = max(farthest(ours[name], theirs[name], ties[int(name[1:])]) for name in ours)
    step = max(farthest(ours[name], before[name], []) for name in ours)
    text = (
        f"Keras makes the same update: of {training.spec.parameters:,} new weights the largest difference is"
        f" {number(difference)}, where a weight moves by up to {number(step)}."
    )
    left_out = sum(map(len, ties.values()))
    told = {"max_difference": difference, "max_step": step}
    return Parity(
        keras="ready",
        left_out=left_out,
        text=text + (TIED.format(left_out) if left_out else ""),
        **{name: words(np.asarray(value)) for name, value in told.items()},
    )


def tied(training: TrainingStep) -> dict[int, list[int]]:
    """Of each layer the units that for some image are at the kink of relu, but for rounding."""
    found = {}
    for i, layer in enumerate(training.network, 1):
        near = np.abs(training.tensor(f"Z{i}")) < ROUNDING
        found[i] = np.flatnonzero(near.any(axis=0)).tolist() if layer.activation == "relu" else []
    return found


def farthest(ours: NDArray[Any], theirs: NDArray[Any], left_out: list[int]) -> float:
    """The largest difference of two weights, some units left out."""
    return float(np.delete(np.abs(ours - theirs), left_out, axis=-1).max(initial=0))
