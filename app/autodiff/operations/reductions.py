"""Reductions: many numbers become one, or each depends on its whole row."""

import numpy as np

from app.autodiff.operations import shapes
from app.autodiff.operations.operation import Derivative, Operation
from app.tensors.spelling import Tensor


def softmax(a: Tensor) -> Tensor:
    """exp(a) / sum(exp(a)) along the last axis; the shift by the maximum cancels out and tames the exp."""
    powers = np.exp(a - a.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True))


def softmax_backward(g: Tensor, y: Tensor, _a: Tensor) -> Tensor:
    """Each probability pushes up its own number and, as all of them sum to 1, pushes down the others."""
    return np.asarray(y * (g - (g * y).sum(axis=-1, keepdims=True)))


def sum_backward(g: Tensor, _y: Tensor, a: Tensor) -> Tensor:
    """Every number takes part once."""
    return np.asarray(g * np.ones_like(a))


def mean_backward(g: Tensor, _y: Tensor, a: Tensor) -> Tensor:
    """Every number takes its share."""
    return np.asarray(g / a.size * np.ones_like(a))


SUM = Operation(
    "sum",
    "sum",
    np.sum,
    (Derivative("1", sum_backward, whole="{g} * np.ones_like({a})"),),
    numpy="np.sum({a})",
    tensorflow="tf.reduce_sum({a})",
    shape=shapes.scalar,
)
MEAN = Operation(
    "mean",
    "mean",
    np.mean,
    (Derivative("1 / {a}.size", mean_backward, whole="{g} / {a}.size * np.ones_like({a})"),),
    numpy="np.mean({a})",
    tensorflow="tf.reduce_mean({a})",
    shape=shapes.scalar,
)
SOFTMAX = Operation(
    "softmax",
    "softmax",
    softmax,
    (Derivative("", softmax_backward, whole="{y} * ({g} - np.sum({g} * {y}, axis=-1, keepdims=True))"),),
    numpy="np.exp({a} - np.logaddexp.reduce({a}, axis=-1, keepdims=True))",
    tensorflow="tf.nn.softmax({a})",
    shape=shapes.rows,
)

REDUCTIONS = (SUM, MEAN, SOFTMAX)
