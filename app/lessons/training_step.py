r"""A training step draws a batch, finds how its loss depends on every weight, and moves all weights a little.

W \leftarrow W - \eta \, \frac{\partial L(X, y; W)}{\partial W}
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from app.descent.memory import BATCHES_RECALLED, Memory, Origin
from app.descent.nudge import Nudge, Nudged, nudged
from app.descent.parity import Parity
from app.descent.recipes import Recipe, recipes
from app.descent.stages import Stage, stages
from app.descent.step_code import step_code
from app.descent.step_pictures import Batch, Pictured, batch, pictured, unpictured
from app.descent.terms import Element, check_index, element
from app.descent.update import constants_of, every_tensor, update
from app.network.training_step import TrainingStep, unknown_tensor
from app.tensors.heat import strongest_place
from app.tensors.spelling import Whole, words
from app.tensors.trace import Trace

TITLE = "One training step"

EXAMPLE: dict[str, Any] = {"run": "recorded", "step": 0}
PRESETS = (
    ("the very first update", EXAMPLE),
    ("after 16", {"run": "recorded", "step": 16}),
    ("after 64", {"run": "recorded", "step": 64}),
    ("in the fifth epoch", {"run": "recorded", "step": 1876}),
)
ORIGINS: dict[Origin, str] = {
    "nothing": "This optimizer remembers nothing.",
    "fresh": "Before the first update the optimizer remembers nothing yet.",
    "kept": "What the optimizer remembered was kept with these weights: this is the update that was made.",
    "estimated": "What the optimizer remembered was not kept. It is estimated from the {0} batches before, at"
    " these weights: this update is near the one that was made.",
}


class Asked(BaseModel):
    """A number of a tensor, or the strongest of a block of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tensor: str = Field(max_length=40)
    index: tuple[Whole, ...] = Field(max_length=2)
    block: tuple[Whole, Whole] = Field(
        (1, 1), description="of rows and columns, the index is where it begins"
    )


class Question(BaseModel):
    """Which update of which run, and what in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    run: str | None = Field(None, max_length=64, description="without it the newest that learned")
    step: int | None = Field(
        None, ge=0, le=2**53, strict=True, description="updates done before; without it the last kept"
    )
    element: Asked | None = Field(None, description="a number whose terms are asked for")
    nudge: Nudge | None = Field(None, description="a parameter to be nudged, to check its gradient")
    check: bool = Field(False, strict=True, description="whether Keras is asked to make the same update")
    pictures: bool = Field(True, strict=True, description="whether the tensors come with their values")


class Remembered(BaseModel):
    """Where the optimizer's memory comes from."""

    origin: Origin
    updates: int
    text: str


class Losses(BaseModel):
    """Of this batch, with the old and with the new weights."""

    before: Any
    after: Any


class TrainingStepTrace(Trace):
    """One update, under the microscope."""

    run: str
    step: int
    epoch: int = Field(description="1-based")
    epochs: int
    number: int = Field(description="of the batch in its epoch, 1-based")
    updates_per_epoch: int
    parameters: int
    batch: Batch
    tensors: dict[str, Pictured]
    loss: Losses
    memory: Remembered
    settings: dict[str, float]
    steps: tuple[Stage, ...]
    element: Element | None
    nudge: Nudged | None
    check: Parity | None = None


def explain(question: Question, training: TrainingStep) -> TrainingStepTrace:
    """Make one update of a run again, and tell every number of it.

    Errors: `unknown_tensor`, `no_such_element`, `step_too_large`.
    """
    with np.errstate(all="ignore"):  # a network that diverged is looked at, too
        made, tensors, known = update(training), every_tensor(training), recipes(training.spec)
        return TrainingStepTrace(
            **placed(training),
            batch=batch(training),
            tensors=pictured(training) if question.pictures else unpictured(training),
            loss=Losses(before=words(tensors["loss"]), after=words(np.asarray(made.loss))),
            memory=remembered(made.memory),
            settings=constants_of(training),
            steps=tuple(stages(training, tensors)),
            element=question.element and found(question.element, training, tensors, known),
            nudge=question.nudge and nudged(training, question.nudge),
            code=step_code(training, made.memory),
        )


def placed(training: TrainingStep) -> dict[str, Any]:
    """Where in which run one is."""
    spec = training.spec
    return {
        "run": training.run,
        "step": training.step,
        "epoch": training.epoch + 1,
        "epochs": spec.epochs,
        "number": training.number + 1,
        "updates_per_epoch": spec.updates_per_epoch,
        "parameters": spec.parameters,
    }


def remembered(memory: Memory) -> Remembered:
    """The optimizer's memory, in a sentence."""
    text = ORIGINS[memory.origin].format(min(memory.updates, BATCHES_RECALLED))
    return Remembered(origin=memory.origin, updates=memory.updates, text=text)


def found(
    asked: Asked, training: TrainingStep, tensors: Mapping[str, NDArray[Any]], known: Mapping[str, Recipe]
) -> Element:
    """The number that is asked about.

    Errors: `unknown_tensor`, `no_such_element`.
    """
    if asked.tensor not in known:
        raise unknown_tensor(asked.tensor, list(known))
    check_index(asked.tensor, tensors[asked.tensor].shape, asked.index)
    index = strongest_place(
        tensors[asked.tensor], asked.index, (max(asked.block[0], 1), max(asked.block[1], 1))
    )
    return element(known[asked.tensor], tensors, constants_of(training), index)
