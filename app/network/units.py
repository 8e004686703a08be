"""The units of the first layer, ranked: each sees the digit through its own 784 weights, a picture."""

import numpy as np
from numpy.typing import NDArray

from app.network.forward import Floats


def by_activity(activity: Floats) -> Floats:
    """How much each unit says on average: the mean of its activity (10, units) over the classes, (units,)."""
    mean: Floats = activity.mean(axis=0)
    return mean


def by_class(activity: Floats, label: int) -> Floats:
    """How much more each unit says for one class than for the other nine, (units,)."""
    others = np.delete(activity, label, axis=0)
    difference: Floats = activity[label] - others.mean(axis=0)
    return difference


def by_change(kernel: Floats, before: Floats) -> Floats:
    """How far the weights of each unit have moved: the length of the difference of its column, (units,)."""
    moved: Floats = np.linalg.norm(kernel - before, axis=0)
    return moved


def highest(scores: Floats, count: int) -> NDArray[np.intp]:
    """The units with the highest scores, best first; one whose score is no number comes last."""
    return np.argsort(-scores, kind="stable")[:count]
