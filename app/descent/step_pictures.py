"""What a training step is seen by: the digits of its batch, and a picture of each of its tensors."""

from functools import lru_cache
from typing import Any

from pydantic import BaseModel, Field

from app.descent.recipes import recipes
from app.descent.stages import formula
from app.descent.update import every_tensor
from app.network.training_step import TrainingStep
from app.tensors.heat import Heat, heat
from app.tensors.spelling import Shape, words

MOST_DIGITS = 200
"""Of a batch that are told one by one."""


class Batch(BaseModel):
    """The samples that this update draws; the first 200 of more."""

    size: int
    places: tuple[int, ...] = Field(description="in the training set")
    labels: tuple[int, ...] = Field(description="to be learned, label noise included")
    predicted: tuple[int, ...]
    losses: Any


class Pictured(BaseModel):
    """A tensor of the step: how it is made, and how it looks."""

    shape: Shape
    dtype: str
    formula: str
    of: tuple[str, ...]
    heat: Heat | None


def batch(training: TrainingStep) -> Batch:
    """What is drawn, and what the network makes of it before the update."""
    drawn, first = training.batch, slice(MOST_DIGITS)
    return Batch(
        size=len(drawn.places),
        places=drawn.places[first].tolist(),
        labels=drawn.labels[first].tolist(),
        predicted=training.tensor("P")[first].argmax(axis=1).tolist(),
        losses=words(training.tensor("losses")[first]),
    )


@lru_cache(2)
def pictured(training: TrainingStep) -> dict[str, Pictured]:
    """All tensors with their pictures."""
    tensors = every_tensor(training)
    return {
        name: tensor.model_copy(update={"heat": heat(tensors[name])})
        for name, tensor in unpictured(training).items()
    }


def unpictured(training: TrainingStep) -> dict[str, Pictured]:
    """All tensors without."""
    tensors = every_tensor(training)
    return {
        name: Pictured(
            shape=tensors[name].shape,
            dtype=str(tensors[name].dtype),
            formula=formula(recipe),
            of=recipe.of,
            heat=None,
        )
        for name, recipe in recipes(training.spec).items()
    }
