"""Recording: what the tape holds, line by line, and how much of it travels."""

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.autodiff.forward import Values
from app.autodiff.graph import VARIABLE, Graph, Node
from app.autodiff.pictured import drawn, preview
from app.autodiff.source import TF_NUMBER
from app.autodiff.spelling import spelt
from app.tensors.shown import Shown
from app.tensors.spelling import Tensor


class TapePart(BaseModel):
    """A part of what is told of a tape."""

    model_config = ConfigDict(frozen=True)


class Leaf(TapePart):
    """A variable, which the tape watches, or a constant, which it does not."""

    name: str
    kind: Literal["variable", "constant"]
    used: bool = Field(description="whether the expression has it")
    value: Shown


class TapeLine(TapePart):
    """An operation, as it was recorded."""

    name: str
    code: str = Field(description="`x1 = x @ W`")
    recorded: bool = Field(description="false: nothing in it is watched, so the tape leaves it out")
    value: Shown
    gradient: Shown | None = Field(description="of the result with respect to it; null where none comes")


def leaves(graph: Graph, tensors: Mapping[str, Tensor], variables: Collection[str]) -> tuple[Leaf, ...]:
    """Everything that has a name and a value, in the order of the expression, then what it does not use."""
    order = {**graph.variables, **tensors}
    return tuple(
        Leaf(
            name=name,
            kind="variable" if name in variables else "constant",
            used=name in graph.variables,
            value=part(tensors[name]),
        )
        for name in order
    )


def tape_lines(
    graph: Graph, values: Values, gradients: Mapping[int, Tensor], wrt: Collection[str]
) -> Iterator[TapeLine]:
    """Every operation in the order in which it is computed."""
    recorded = {edge.child for edge in graph.edges(wrt)}
    for node in graph.nodes:
        if node.parents:
            gradient = gradients.get(node.id) if node.id in recorded else None
            yield TapeLine(
                name=node.name,
                code=line(graph, values, node),
                recorded=node.id in recorded,
                value=part(values[node.id]),
                gradient=None if gradient is None else part(gradient),
            )


def line(graph: Graph, values: Values, node: Node) -> str:
    """An operation as a line of TensorFlow."""
    return f"{node.name} = {spelt(graph, values, node, node.operation.tensorflow, TF_NUMBER)}"


def part(tensor: Tensor) -> Shown:
    """A tensor, of which as much travels as is drawn."""
    shape = tensor.shape
    return Shown(shape=shape, dtype=str(tensor.dtype), values=drawn(tensor), preview=preview(shape))


def watched(graph: Graph, variables: Collection[str]) -> tuple[str, ...]:
    """The variables that the expression uses, in its order."""
    return tuple(node.name for node in graph.nodes if node.op == VARIABLE and node.name in variables)
