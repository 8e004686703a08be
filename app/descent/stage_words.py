"""What happens in a stage of a training step, in a sentence with its shapes and numbers."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.descent.numbers import number
from app.descent.recipes import Recipe
from app.network.training_step import TrainingStep
from app.tensors.spelling import spelt

Tensors = Mapping[str, NDArray[Any]]


def said(training: TrainingStep, tensors: Tensors, recipe: Recipe) -> str:
    """What the making of a tensor of the two passes means."""
    if recipe.kind == "element":
        return activated(training, tensors, recipe)
    return WORDS[recipe.kind](tensors, recipe)


def reshaped(tensors: Tensors, recipe: Recipe) -> str:
    """How images become rows."""
    shape = spelt(tensors[recipe.name].shape)
    return f"Each image, 28 × 28 whole numbers up to 255, becomes a row of 784 between 0 and 1: {shape}."


def multiplied(tensors: Tensors, recipe: Recipe) -> str:
    """What a product costs, and what its terms are."""
    left, right = (factor_shape(tensors, factor) for factor in (recipe.a, recipe.b))
    adds = left[0] * left[1] * right[1]
    cost = f"{spelt(left)} · {spelt(right)} → {spelt((left[0], right[1]))}: {adds:,} multiply-adds."
    if recipe.name.startswith("dW"):
        terms = f"Each number is the sum of {left[1]:,} contributions, one an image"
        return f"{cost} {terms}; the shape is that of {recipe.name[1:]}."
    if recipe.name.startswith("dA"):
        return f"{cost} What goes back to {recipe.name[1:]}, by the weights through which it went forward."
    return f"{cost} Then {recipe.plus} is added to each row."


def added_up(tensors: Tensors, recipe: Recipe) -> str:
    """Why a bias has the sum of all rows for a gradient."""
    bias, rows = recipe.name[1:], len(tensors["y"])
    shape = spelt(tensors[bias].shape)
    return f"{bias} was added to each of {rows:,} rows, so its gradient is their sum: {shape}, as {bias}."


def averaged(tensors: Tensors, recipe: Recipe) -> str:
    """What the loss is."""
    losses = tensors[recipe.b]
    mean = number(float(losses.mean()))
    return f"A label that is found improbable costs much. The mean of the {len(losses):,} losses is {mean}."


def softened(tensors: Tensors, recipe: Recipe) -> str:
    """What softmax leaves."""
    right, n = int((tensors[recipe.name].argmax(axis=1) == tensors["y"]).sum()), len(tensors["y"])
    return (
        "Each row of scores becomes ten probabilities that add up to 1."
        f" For {right:,} of {n:,} images the most probable class is the label."
    )


def sloped(tensors: Tensors, recipe: Recipe) -> str:
    """The gradient with which the way back begins."""
    shape = spelt(tensors[recipe.name].shape)
    return (
        "Softmax and cross-entropy have one gradient together: the probabilities, less 1 at the label,"
        f" over {len(tensors['y']):,}. {shape}, as {recipe.name[1:]}."
    )


def activated(training: TrainingStep, tensors: Tensors, recipe: Recipe) -> str:
    """What an activation, or its derivative, lets through."""
    number_of_layer = recipe.name.lstrip("dAZ")
    activation = training.spec.layers[int(number_of_layer) - 1].activation
    backward = recipe.name.startswith("d")
    if activation == "relu":
        above = f"{np.mean(tensors[f'Z{number_of_layer}'] > 0):.0%} of Z{number_of_layer} is above 0"
        if backward:
            return f"{above}: there the gradient passes, elsewhere it stops."
        return f"{above} and stays; the rest becomes 0."
    if backward:
        return f"The gradient times the slope of {activation}: small where that has nearly reached its limit."
    low, high = (number(float(edge(tensors[recipe.name]))) for edge in (np.min, np.max))
    return f"{activation} bends each number on its own; here they lie between {low} and {high}."


def factor_shape(tensors: Tensors, factor: str) -> tuple[int, ...]:
    """The shape of a factor that may be transposed."""
    shape: tuple[int, ...] = tensors[factor.removesuffix(".T")].shape
    return shape[::-1] if factor.endswith(".T") else shape


WORDS: Mapping[str, Callable[[Tensors, Recipe], str]] = {
    "given": reshaped,
    "dot": multiplied,
    "sum": added_up,
    "mean": averaged,
    "softmax": softened,
    "slope": sloped,
}
"""By kind of recipe."""
