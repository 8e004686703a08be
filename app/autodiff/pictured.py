"""Pictured: a graph as it travels, each tensor cut to what a node has room for."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.autodiff.backward import Contribution, local_derivative
from app.autodiff.forward import Values
from app.autodiff.graph import Edge, Graph, Node
from app.autodiff.kinks import kink
from app.autodiff.paths import Path, paths
from app.autodiff.wording import derivative, formula, named, rule
from app.tensors.spelling import Shape, Tensor, spelt, words

MOST_DRAWN = 12
"""Numbers along an axis of a tensor that are shown on a node."""


class Part(BaseModel):
    """A part of the graph."""

    model_config = ConfigDict(frozen=True)


class PicturedNode(Part):
    """A variable, a constant, or an operation."""

    id: int
    op: str
    label: str = Field(description="what stands on it: `x`, `2.5`, `*`, `abs`")
    name: str = Field(description="how sentences call it: `x`, `x1`; the result is the `loss`")
    formula: str = Field(description="what it computes: `x1 + b`")
    shape: Shape
    value: Any = Field(description="number or nested list; NaN and the infinities are words")
    gradient: Any = Field(description="of the result with respect to it; null where none is asked for")
    preview: str | None = Field(description="what value and gradient are a part of, if they are")
    parents: tuple[int, ...]


class PicturedGraph(Part):
    """All nodes, each after its operands; the last one is the result."""

    nodes: tuple[PicturedNode, ...]


class ForwardStep(Part):
    """A node that is computed from its operands."""

    node: int
    formula: str
    value: Any


class BackwardStep(Part):
    """What flows back along one edge: upstream times local is the contribution."""

    child: int
    parent: int
    operand: int = Field(description="which operand of the child the parent is: 0 or 1")
    upstream: Any = Field(description="gradient of the child, complete")
    local: Any = Field(description="derivative of the child by the parent; null where it is no number")
    derivative: str = Field(description="the same of names: `2 * x1`; empty where it is no number")
    rule: str = Field(description="what becomes of the gradient g of the child: `g @ W.T`")
    kink: str | None = Field(description="what there is to say where the derivative does not exist")
    summed: tuple[int, ...] = Field(description="axes along which the parent was stretched")
    contribution: Any
    total: Any = Field(description="gradient of the parent so far")


class PicturedPath(Part):
    """One way from the result back to a variable."""

    edges: tuple[int, ...] = Field(description="which ones of `backward`")
    factors: Any = Field(description="the derivative along each edge; null where one of them is a tensor")
    product: Any


class PicturedPaths(Part):
    """The ways to a variable: the sum of their products is its gradient."""

    count: str = Field(description="how many there are; as text, for it may be too large for a number")
    listed: tuple[PicturedPath, ...] = Field(description="the first of them")


def pictured(graph: Graph, values: Values, gradients: Mapping[int, Tensor]) -> PicturedGraph:
    """The graph with a value and a gradient on each node."""
    return PicturedGraph(
        nodes=tuple(node(graph, each, values, gradients.get(each.id)) for each in graph.nodes)
    )


def node(graph: Graph, each: Node, values: Values, gradient: Tensor | None) -> PicturedNode:
    """One node."""
    value = values[each.id]
    return PicturedNode(
        id=each.id,
        op=each.op,
        label=each.label,
        name=named(graph, each.id),
        formula=formula(graph, each) if each.parents else each.text,
        shape=value.shape,
        value=drawn(value),
        gradient=None if gradient is None else drawn(gradient),
        preview=preview(value.shape),
        parents=each.parents,
    )


def drawn(tensor: Tensor) -> Any:
    """The first numbers along each axis."""
    return words(tensor[(slice(MOST_DRAWN),) * tensor.ndim])


def preview(shape: Shape) -> str | None:
    """What is said of a tensor that is shown in part."""
    if all(length <= MOST_DRAWN for length in shape):
        return None
    return f"the first {spelt(tuple(min(length, MOST_DRAWN) for length in shape))} of {spelt(shape)}"


def forward_steps(graph: Graph, values: Values) -> tuple[ForwardStep, ...]:
    """Every operation, in the order in which it is computed."""
    computed = (each for each in graph.nodes if each.parents)
    return tuple(
        ForwardStep(node=each.id, formula=formula(graph, each), value=drawn(values[each.id]))
        for each in computed
    )


def backward_steps(graph: Graph, values: Values, way: Sequence[Contribution]) -> tuple[BackwardStep, ...]:
    """Every edge, in the order in which it is gone back."""
    return tuple(backward_step(graph, values, step) for step in way)


def backward_step(graph: Graph, values: Values, step: Contribution) -> BackwardStep:
    """One edge."""
    local = local_derivative(graph, values, step.edge)
    return BackwardStep(
        child=step.edge.child,
        parent=step.edge.parent,
        operand=step.edge.operand,
        upstream=drawn(step.upstream),
        local=None if local is None else drawn(local),
        derivative=derivative(graph, values, step.edge),
        rule=rule(graph, values, step.edge),
        kink=kink(graph, values, step.edge),
        summed=step.summed,
        contribution=drawn(step.contribution),
        total=drawn(step.total),
    )


def pictured_paths(
    graph: Graph, values: Values, way: Sequence[Contribution], variables: Collection[str]
) -> dict[str, PicturedPaths]:
    """The ways to each of these variables."""
    numbers = {step.edge: i for i, step in enumerate(way)}
    return {
        name: PicturedPaths(
            count=str(found.count), listed=tuple(pictured_path(numbers, path) for path in found.listed)
        )
        for name, found in paths(graph, values, variables).items()
    }


def pictured_path(numbers: Mapping[Edge, int], path: Path) -> PicturedPath:
    """One way."""
    factors = None if path.factors is None else words(np.array(path.factors))
    product = None if path.product is None else words(np.array(path.product))
    return PicturedPath(edges=tuple(numbers[edge] for edge in path.edges), factors=factors, product=product)
