"""Backward: the gradient of the result flows back through the graph, one edge at a time."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from app.autodiff.broadcast import stretched_axes, unstretched
from app.autodiff.forward import Values
from app.autodiff.graph import Edge, Graph
from app.tensors.spelling import Tensor


@dataclass(frozen=True)
class Contribution:
    """What one edge brings to the gradient of an operand."""

    edge: Edge
    upstream: Tensor
    """The gradient of the result with respect to the child, complete."""
    whole: Tensor
    """upstream times the local derivative, before it is summed over `summed`."""
    summed: tuple[int, ...]
    """The axes of `whole` along which the operand was stretched."""
    contribution: Tensor
    """What is added to the gradient of the parent; of its shape."""
    total: Tensor
    """The gradient of the parent so far."""


def backward(graph: Graph, values: Values, wrt: Collection[str] | None = None) -> Iterator[Contribution]:
    """The chain rule, edge by edge: from the result back to these variables, or to all of them.

    Each edge is gone once, when all that flows into its child has arrived: the cost is linear.
    A result of many numbers counts as their sum, as in `tf.GradientTape`. Stop and go on as you like.
    """
    totals = {graph.result: np.ones_like(values[graph.result])}
    for edge in graph.edges(wrt):
        whole = gradient_along(graph, values, edge, totals[edge.child])
        with np.errstate(all="ignore"):
            contribution = unstretched(whole, values[edge.parent].shape)
            so_far = totals.get(edge.parent)
            totals[edge.parent] = contribution if so_far is None else so_far + contribution
        yield Contribution(
            edge,
            upstream=totals[edge.child],
            whole=whole,
            summed=stretched_axes(contribution.shape, whole.shape),
            contribution=contribution,
            total=totals[edge.parent],
        )


def gradient_along(graph: Graph, values: Values, edge: Edge, upstream: Tensor) -> Tensor:
    """What an edge makes of the gradient upstream."""
    child = graph.nodes[edge.child]
    operands = (values[parent] for parent in child.parents)
    return child.operation.back(edge.operand, upstream, values[edge.child], *operands)


def local_derivative(graph: Graph, values: Values, edge: Edge) -> Tensor | None:
    """The derivative of the child with respect to its operand: what upstream is multiplied by.

    None where it is more than a number for each number, as along a matrix product of matrices.
    """
    child, value = graph.nodes[edge.child], values[edge.child]
    if value.ndim and not child.operation.elementwise:
        return None
    return gradient_along(graph, values, edge, np.ones_like(value))


def totals(graph: Graph, values: Values, way: Iterable[Contribution]) -> dict[int, Tensor]:
    """The gradient of the result with respect to each node on a way that was gone to its end."""
    return {graph.result: np.ones_like(values[graph.result])} | {step.edge.parent: step.total for step in way}


def node_gradients(graph: Graph, values: Values, wrt: Collection[str] | None = None) -> dict[int, Tensor]:
    """The gradient of the result with respect to each node on the way to these variables, or to all."""
    return totals(graph, values, backward(graph, values, wrt))


def gradients(graph: Graph, values: Values, wrt: Collection[str] | None = None) -> dict[str, Tensor]:
    """The gradient of the result with respect to each of these variables, or of all; of their shapes."""
    found = node_gradients(graph, values, wrt)
    return {name: found[graph.variables[name]] for name in (graph.variables if wrt is None else wrt)}
