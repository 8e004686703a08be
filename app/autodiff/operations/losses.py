"""Losses: how far probabilities are from the truth."""

import math

import numpy as np

from app.autodiff.operations import shapes
from app.autodiff.operations.operation import Derivative, Kink, Operation
from app.tensors.spelling import Shape, Tensor

NO_PROBABILITY = Kink(
    lambda y, a, b: (a != 0) & (b == 0), "A true class has the probability 0: the slope is infinite."
)
NO_LABEL = Kink(
    lambda y, a, b: a == 0,
    "Where the label is 0, its term counts as 0; TensorFlow takes 0 for its slope, too.",
)


def cross_entropy(a: Tensor, b: Tensor) -> Tensor:
    """Mean over the rows of -sum(labels * log(probabilities)); a term with the label 0 counts as 0.

    Labels, one-hot or any distribution, and probabilities have one shape, the classes along its last axis:
    Keras' categorical cross-entropy.
    """
    return np.asarray(-np.mean(np.sum(a * log_where(a, b), axis=-1)))


def log_where(a: Tensor, b: Tensor) -> Tensor:
    """log(b), and 0 where a is 0."""
    return np.log(np.where(a == 0, 1, b))


def labels_backward(g: Tensor, _y: Tensor, a: Tensor, b: Tensor) -> Tensor:
    """-g / rows * log(b), and 0 where a is 0."""
    return np.asarray(-g / rows(a.shape) * log_where(a, b))


def probabilities_backward(g: Tensor, _y: Tensor, a: Tensor, b: Tensor) -> Tensor:
    """-g / rows * a / b, and 0 where a is 0."""
    return np.asarray(-g / rows(a.shape) * (a / np.where(a == 0, 1, b)))


def rows(shape: Shape) -> int:
    """Over how many distributions the mean is taken."""
    return math.prod(shape[:-1])


def share(shape: Shape) -> str:
    """The part of the gradient g that comes to each of the distributions, as code."""
    count = rows(shape)
    return "{g}" if count == 1 else f"{{g}} / {count}"


CROSS_ENTROPY = Operation(
    "cross_entropy",
    "cross_entropy",
    cross_entropy,
    (
        Derivative(
            "",
            labels_backward,
            NO_LABEL,
            whole=lambda a, b: f"{share(a)} * -np.log(np.where({{a}} == 0, 1, {{b}}))",
        ),
        Derivative(
            "",
            probabilities_backward,
            NO_PROBABILITY,
            whole=lambda a, b: f"{share(a)} * -{{a}} / np.where({{a}} == 0, 1, {{b}})",
        ),
    ),
    numpy="-np.mean(np.sum({a} * np.log(np.where({a} == 0, 1, {b})), axis=-1))",
    tensorflow="-tf.reduce_mean(tf.reduce_sum(tf.math.xlogy({a}, {b}), axis=-1))",
    shape=shapes.scalar_of_rows,
)

LOSSES = (CROSS_ENTROPY,)
