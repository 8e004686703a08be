"""Differences: the gradient measured, not derived: every number is moved a little up and a little down."""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from app.autodiff.forward import forward
from app.autodiff.graph import Graph
from app.tensors.spelling import Tensor

STEP = np.cbrt(np.finfo(np.float64).eps)
"""Relative; a smaller one loses more by rounding than it gains."""
MOST_WORK = 5_000
"""Nodes to be computed for one variable."""


def differences(
    graph: Graph, values: Mapping[str, Tensor], wrt: Collection[str] | None = None
) -> dict[str, Tensor]:
    """Central differences of the (sum of the) result, (f(x + h) - f(x - h)) / 2h, of the variables' shapes.

    A variable of so many numbers that this would take long is left out.
    """
    names = graph.variables if wrt is None else wrt
    tensors = {name: np.asarray(values[name], np.float64) for name in graph.variables}
    small = [name for name in names if tensors[name].size * len(graph.nodes) <= MOST_WORK]
    return {name: measured(graph, tensors, name) for name in small}


@np.errstate(all="ignore")
def measured(graph: Graph, values: Mapping[str, Tensor], name: str) -> Tensor:
    """The central difference of each number of one variable."""
    found = np.empty_like(values[name])
    for place in np.ndindex(found.shape):
        up, down = (result(graph, {**values, name: moved}) for moved in neighbours(values[name], place))
        found[place] = (up - down) / width(values[name], place)
    return found


def neighbours(tensor: Tensor, place: tuple[int, ...]) -> Iterator[Tensor]:
    """The tensor with one number a step higher, and with it a step lower."""
    for step in (1, -1):
        moved = tensor.copy()
        moved[place] += step * STEP * max(1.0, abs(tensor[place]))
        yield moved


def width(tensor: Tensor, place: tuple[int, ...]) -> float:
    """How far the two neighbours really are apart."""
    up, down = (float(moved[place]) for moved in neighbours(tensor, place))
    return up - down


def result(graph: Graph, values: Mapping[str, Tensor]) -> float:
    """The sum of the result."""
    return float(forward(graph, values)[graph.result].sum())
