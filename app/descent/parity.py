"""Parity: whether Keras makes the same update of the same weights."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from app.descent.numbers import number
from app.descent.update import as_kept, update
from app.network.forward import weights
from app.network.training_step import TrainingStep
from app.tensors.spelling import words

Theirs = Mapping[str, NDArray[Any]] | Literal["loading", "unavailable"]
SAID = {
    "loading": "TensorFlow is loading, in a process of its own; its answer comes by itself.",
    "unavailable": "TensorFlow does not answer here.",
}


class Parity(BaseModel):
    """How far our new weights are from those of Keras."""

    model_config = ConfigDict(frozen=True)

    keras: Literal["loading", "unavailable", "ready"]
    max_difference: Any = Field(None, description="of all new weights")
    max_step: Any = Field(None, description="how far a weight was moved at most, to compare")
    text: str


def asked(training: TrainingStep) -> tuple[Any, ...]:
    """What `keras_step` takes to make the same update."""
    memory = update(training).memory
    kept = as_kept(training.spec.optimizer, memory.numbers)
    batch = training.tensor("X"), training.tensor("y")
    return training.spec, weights(training.network), kept, memory.updates, batch


def parity(training: TrainingStep, theirs: Theirs) -> Parity:
    """Our update beside that of Keras."""
    if isinstance(theirs, str):
        return Parity(keras=theirs, text=SAID[theirs])
    before, ours = weights(training.network), weights(update(training).network)
    difference = max(float(np.abs(ours[name] - theirs[name]).max()) for name in ours)
    step = max(float(np.abs(ours[name] - before[name]).max()) for name in ours)
    text = (
        f"Keras makes the same update: of {training.spec.parameters:,} new weights the largest difference is"
        f" {number(difference)}, where a weight moves by up to {number(step)}."
    )
    told = {"max_difference": difference, "max_step": step}
    return Parity(keras="ready", text=text, **{k: words(np.asarray(v)) for k, v in told.items()})
