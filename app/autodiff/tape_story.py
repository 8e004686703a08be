"""Tape story: a computation recorded forwards, line by line, and read backwards, edge by edge."""

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

from pydantic import Field

from app.autodiff.backward import Contribution, local_derivative
from app.autodiff.forward import Values
from app.autodiff.graph import CONSTANT, Graph, Node
from app.autodiff.kinks import kink
from app.autodiff.recording import line
from app.autodiff.source import backward_lines
from app.autodiff.wording import applied, number
from app.tensors.spelling import Shape, spelt
from app.tensors.trace import Step

MOST_NAMED = 8


class TapeStep(Step):
    """One step: what is watched, a line recorded or read backwards, the first gradient, all gradients."""

    kind: Literal["watch", "record", "seed", "back", "gradients"]
    name: str | None = Field(None, description="what is computed, or whose gradient grows")
    line: str | None = Field(None, description="the line of the tape that is read backwards")
    shape: Shape | None = None
    complete: bool = Field(False, description="whether nothing more is added to that gradient")


def tape_story(
    graph: Graph,
    values: Values,
    way: Sequence[Contribution],
    variables: Collection[str],
    others: Collection[str],
) -> Iterator[TapeStep]:
    """Forwards, then backwards; `others` are constants."""
    yield watching(variables, others)
    wanted = {step.edge.child for step in way}
    for node in graph.nodes:
        if node.parents:
            yield recording(graph, values, node, node.id in wanted)
    if way:
        yield seed(graph, values)
    yield from backwards(graph, values, way, [name for name in graph.variables if name in variables])
    yield ending(graph, values, variables)


def watching(variables: Collection[str], others: Collection[str]) -> TapeStep:
    """What the tape watches, and what it does not."""
    watched = listed(variables) or "nothing: there is no variable"
    text = f"The tape watches {watched}."
    if others:
        text += f" It does not watch {listed(others)}: a constant gets no gradient."
    return TapeStep(kind="watch", title="The tape starts", text=text)


def recording(graph: Graph, values: Values, node: Node, recorded: bool) -> TapeStep:
    """An operation is computed, and recorded if something in it is watched."""
    shape = values[node.id].shape
    operands = [values[parent] for parent in node.parents]
    if any(operand.ndim for operand in operands):
        text = f"{shapes_of(graph, values, node)}; {node.name} is {spelt(shape)}."
    else:
        text = f"{applied(node.operation, [number(x) for x in operands])} = {number(values[node.id])}."
    if not recorded:
        text += " Nothing in it is watched, so the tape does not record it."
    return TapeStep(kind="record", name=node.name, shape=shape, title=line(graph, values, node), text=text)


def shapes_of(graph: Graph, values: Values, node: Node) -> str:
    """The shapes of the operands that have a name."""
    named = {
        graph.nodes[parent].name: parent for parent in node.parents if graph.nodes[parent].op != CONSTANT
    }
    return " and ".join(f"{name} is {spelt(values[parent].shape)}" for name, parent in named.items())


def seed(graph: Graph, values: Values) -> TapeStep:
    """The gradient begins at the result."""
    name, shape = graph.nodes[graph.result].name, values[graph.result].shape
    text = f"The gradient of {name} with respect to itself is 1."
    if shape:
        text = (
            f"{name} is {spelt(shape)}. The gradient of many numbers is that of their sum,"
            " so it begins with a 1 for each of them."
        )
    title = f"grad_{name} = {'ones, ' + spelt(shape) if shape else '1'}"
    return TapeStep(kind="seed", name=name, shape=shape, complete=True, title=title, text=text)


def backwards(
    graph: Graph, values: Values, way: Sequence[Contribution], wrt: Collection[str]
) -> Iterator[TapeStep]:
    """The lines read from the last to the first, one operand after the other."""
    last = {step.edge.parent: i for i, step in enumerate(way)}
    titles = list(backward_lines(graph, values, wrt))[1:]
    for i, (step, title) in enumerate(zip(way, titles, strict=True)):
        child, parent = graph.nodes[step.edge.child], graph.nodes[step.edge.parent]
        yield TapeStep(
            kind="back",
            name=parent.name,
            line=child.name,
            shape=step.total.shape,
            complete=last[parent.id] == i,
            title=title,
            text=flowing(graph, values, step, last[parent.id] == i),
        )


def flowing(graph: Graph, values: Values, step: Contribution, complete: bool) -> str:
    """What comes back along an edge, with its shapes."""
    child, parent = graph.nodes[step.edge.child].name, graph.nodes[step.edge.parent].name
    text = f"From {child} back to {parent}: {numbers_of(graph, values, step) or shape_change(step)}."
    if step.summed:
        axes = " and ".join(map(str, step.summed))
        text += f" {parent} was stretched along axis {axes}, so what comes to its copies is added up."
    if not complete:
        text += f" More will be added to grad_{parent}."
    elif step.total is not step.contribution:
        text += f" It is added to what came before; grad_{parent} is complete."
    return " ".join(filter(None, (text, kink(graph, values, step.edge))))


def numbers_of(graph: Graph, values: Values, step: Contribution) -> str:
    """Upstream × local = contribution, between scalars."""
    local = local_derivative(graph, values, step.edge)
    if local is None or local.ndim or step.contribution.ndim:
        return ""
    return f"{number(step.upstream)} × {number(local)} = {number(step.contribution)}"


def shape_change(step: Contribution) -> str:
    """The shapes of the gradient as it comes, before and after it is summed."""
    shapes = (step.upstream.shape, step.whole.shape, step.contribution.shape)
    return " → ".join(dict.fromkeys(map(spelt, shapes)))


def ending(graph: Graph, values: Values, variables: Collection[str]) -> TapeStep:
    """Every variable with the shape of its gradient, or None."""
    found = [name for name in variables if name in graph.variables]
    missing = [name for name in variables if name not in graph.variables]
    shapes = [f"{name} {spelt(values[graph.variables[name]].shape)}" for name in found]
    text = f"Each gradient has the shape of its variable: {listed(shapes)}." if shapes else ""
    if missing:
        text += f" The result does not depend on {listed(missing)}: the gradient is None, not 0."
    return TapeStep(
        kind="gradients",
        title="The gradients",
        text=text.strip() or "There is no variable, so there is no gradient.",
    )


def listed(parts: Collection[str]) -> str:
    """a, b and c; only the first of many."""
    parts = list(parts)
    if len(parts) > MOST_NAMED:
        parts = [*parts[:MOST_NAMED], f"{len(parts) - MOST_NAMED} more"]
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
