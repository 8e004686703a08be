"""Stages: a training step in slow motion, from the batch to the loss that it leaves."""

import inspect
import re
from collections.abc import Mapping
from typing import Literal

import numpy as np
from pydantic import Field

from app.descent.memory import rule_of
from app.descent.numbers import number
from app.descent.recipes import Pass, Recipe, recipes
from app.descent.stage_words import Tensors, said
from app.descent.update import update
from app.network.forward import weights
from app.network.training_step import TrainingStep
from app.tensors.trace import Step


class Stage(Step):
    """One stage: what is made, and of what."""

    key: str = Field(description="the tensor that it makes; for an update the weight")
    during: Pass | Literal["end"]
    formula: str
    tensors: tuple[str, ...] = Field(description="those that take part, the last one is made")


def stages(training: TrainingStep, tensors: Tensors) -> list[Stage]:
    """All stages in their order."""
    known = recipes(training.spec)
    return [
        drawn(training),
        *(stage(training, tensors, recipe) for recipe in known.values() if is_stage(recipe)),
        *(updating(training, tensors, known, name) for name in weights(training.network)),
        ended(training),
    ]


def is_stage(recipe: Recipe) -> bool:
    """Whether a tensor of the two passes has a stage of its own."""
    return recipe.name == "X" or bool(recipe.numpy and recipe.during != "update" and recipe.name != "losses")


def drawn(training: TrainingStep) -> Stage:
    """The batch."""
    spec, n = training.spec, len(training.batch.labels)
    first = training.number * spec.batch_size + 1
    noisy = int((training.batch.labels != training.train.labels[training.batch.places]).sum())
    text = (
        f"Epoch {training.epoch + 1:,} shuffles {spec.train_samples:,} images. This update takes"
        f" {n:,} of them, number {first:,} to {first + n - 1:,} of that order."
    )
    text += f" {noisy} of its labels are wrong, as label noise has it." if noisy else ""
    return Stage(
        key="y", during="forward", title="Draw a batch", text=text, formula="order[batch]", tensors=("y",)
    )


def stage(training: TrainingStep, tensors: Tensors, recipe: Recipe) -> Stage:
    """One tensor of the two passes is made."""
    name = recipe.name
    taking_part = (*recipe.of, *(["losses"] if name == "loss" else []), name)
    return Stage(
        key=name,
        during=recipe.during,
        title=titled(recipe),
        text=said(training, tensors, recipe),
        formula=formula(recipe),
        tensors=tuple(dict.fromkeys(("P", "y", *taking_part) if name == "loss" else taking_part)),
    )


def titled(recipe: Recipe) -> str:
    """What is made, in a line."""
    return "Reshape" if recipe.name == "X" else f"{recipe.name} = {formula(recipe)}"


def formula(recipe: Recipe) -> str:
    """The line of a recipe as one writes it by hand."""
    known = {"X": "images.reshape((n, 784)) / 255", "P": f"softmax({recipe.of[0] if recipe.of else ''})"}
    known |= {"losses": "−log(P at the label)", "loss": "mean of −log(P at the label)"}
    if recipe.name in known:
        return known[recipe.name]
    if recipe.kind == "slope":
        return "(P − one_hot(y)) / n"
    line = re.sub(r"np\.maximum\((\w+), 0\)", r"relu(\1)", recipe.numpy)
    line = re.sub(r"1 / \(1 \+ np\.exp\(-(\w+)\)\)", r"sigmoid(\1)", line).replace("np.", "")
    line = re.sub(r"(\w+)\.sum\(axis=0\)", r"sum of the rows of \1", line)
    return line.replace(".T", "ᵀ").replace(" @ ", " · ").replace(" - ", " − ").replace("**2", "²")


def updating(training: TrainingStep, tensors: Tensors, known: Mapping[str, Recipe], name: str) -> Stage:
    """One weight is moved, by the optimizer's rule."""
    made = [
        recipe for recipe in known.values() if recipe.during == "update" and recipe.name.endswith(f"_{name}")
    ]
    step = np.abs(tensors[f"new_{name}"] - tensors[name])
    about = inspect.getdoc(rule_of(training.spec.optimizer)) or ""
    mean, most = number(float(step.mean())), number(float(step.max()))
    return Stage(
        key=f"new_{name}",
        during="update",
        title=f"Update {name}",
        text=f"{about} Here {name} moves by {mean} on average, by {most} at most.",
        formula="; ".join(f"{recipe.name} = {formula(recipe)}" for recipe in made if recipe.numpy),
        tensors=(name, f"d{name}", *(recipe.name for recipe in made)),
    )


def ended(training: TrainingStep) -> Stage:
    """What it was good for."""
    before, after = float(training.tensor("loss")), update(training).loss
    moved = "falls" if after < before else "rises" if after > before else "stays"
    return Stage(
        key="new_loss",
        during="end",
        title="The same batch again",
        text=f"With the new weights its loss {moved} from {number(before)} to {number(after)}."
        " Then the next batch is drawn.",
        formula="loss",
        tensors=("loss",),
    )
