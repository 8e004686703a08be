"""Story: an expression computed forward and its gradient brought back, told step by step."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from app.autodiff.backward import Contribution, local_derivative, totals
from app.autodiff.forward import Values
from app.autodiff.graph import Edge, Graph, Node
from app.autodiff.kinks import kink
from app.autodiff.wording import applied, derivative, formula, named, number, numbers, rule
from app.tensors.spelling import Tensor, spelt
from app.tensors.trace import Step

MOST_NAMED = 12
SEED = "backward begins where the gradient is known. For all other nodes it has not run yet."


class GraphStep(Step):
    """One step: the values, a node forward, the loss itself, an edge backward, the gradients."""

    kind: Literal["values", "forward", "seed", "backward", "gradients"]
    node: int | None = Field(None, description="the node that is computed, or whose gradient grows")
    edge: int | None = Field(None, description="which one of `backward`, from 0")


def story(
    graph: Graph, values: Values, way: Sequence[Contribution], wrt: Sequence[str]
) -> Iterator[GraphStep]:
    """Forward node by node, then backward edge by edge."""
    given = listed([f"{name} = {numbers(values[node])}" for name, node in graph.variables.items()])
    yield GraphStep(
        kind="values",
        title="The values",
        text=f"The values: {given}" if given else "There are only constants.",
    )
    for node in graph.nodes:
        if node.parents:
            yield forward_step(graph, values, node)
    yield seed(graph)
    met: dict[int, Tensor] = {}
    for i, step in enumerate(way):
        yield backward_step(graph, values, step, i, met.get(step.edge.parent))
        met[step.edge.parent] = step.total
    yield ending(graph, values, way, wrt)


def listed(parts: Sequence[str]) -> str:
    """Some of the parts as a sentence."""
    more = f" and {len(parts) - MOST_NAMED} more" if len(parts) > MOST_NAMED else ""
    return f"{', '.join(parts[:MOST_NAMED])}{more}." if parts else ""


def forward_step(graph: Graph, values: Values, node: Node) -> GraphStep:
    """A node is computed from its operands."""
    operands, name = [values[parent] for parent in node.parents], named(graph, node.id)
    title = f"{name} = {formula(graph, node)}"
    if any(operand.ndim for operand in operands):
        shapes = " and ".join(
            f"{named(graph, p)} is {spelt(values[p].shape)}" for p in dict.fromkeys(node.parents)
        )
        text = f"{title}: {shapes}, so {name} is {told(values[node.id])}."
    else:
        computed = applied(node.operation, [number(operand) for operand in operands])
        text = f"{title} = {computed} = {number(values[node.id])}."
    return GraphStep(kind="forward", node=node.id, title=title, text=text)


def told(tensor: Tensor) -> str:
    """A value as the end of a sentence: 3, or (2, 3)."""
    return numbers(tensor) if tensor.ndim == 0 else spelt(tensor.shape)


def seed(graph: Graph) -> GraphStep:
    """Backward begins at the loss."""
    name = named(graph, graph.result)
    return GraphStep(
        kind="seed", node=graph.result, title="Backward begins", text=f"grad({name}, {name}) = 1: {SEED}"
    )


def backward_step(
    graph: Graph, values: Values, step: Contribution, i: int, earlier: Tensor | None
) -> GraphStep:
    """The gradient goes back along an edge, and is added to what has come on other ways."""
    child, parent = named(graph, step.edge.child), named(graph, step.edge.parent)
    is_scalar = values[step.edge.child].ndim == values[step.edge.parent].ndim == 0
    title = f"grad({child}, {parent})" if is_scalar else f"Back from {child} to {parent}"
    text = scalar_words(graph, values, step) if is_scalar else tensor_words(graph, values, step)
    if edge_kink := kink(graph, values, step.edge):
        text += f" {edge_kink}"
    if earlier is not None:
        text += f" {meeting(graph, step, earlier, is_scalar)}"
    return GraphStep(kind="backward", node=step.edge.parent, edge=i, title=title, text=text)


def meeting(graph: Graph, step: Contribution, earlier: Tensor, is_scalar: bool) -> str:
    """Where paths meet, what comes along them is added up."""
    gradient = f"grad({named(graph, graph.result)}, {named(graph, step.edge.parent)})"
    if not is_scalar:
        return f"It is added to what came on another way: {gradient}."
    added = f"{number(earlier)} + {number(step.contribution)} = {number(step.total)}"
    return f"It is added to what came on another way: {gradient} = {added}."


def scalar_words(graph: Graph, values: Values, step: Contribution) -> str:
    """Upstream × local = contribution."""
    child, parent = graph.nodes[step.edge.child], named(graph, step.edge.parent)
    slope, local = derivative(graph, values, step.edge), number(slope_along(graph, values, step.edge))
    formulated = "" if slope in ("1", "-1") else f" = {slope}"
    because = (
        f"{named(graph, child.id)} = {formula(graph, child)}, so grad({named(graph, child.id)}, {parent})"
    )
    product = f"{number(step.upstream)} × {local} = {number(step.contribution)}"
    return f"{because}{formulated} = {local}. Upstream × local: {product} flows back to {parent}."


def slope_along(graph: Graph, values: Values, edge: Edge) -> Tensor:
    """The local derivative between two scalars."""
    local = local_derivative(graph, values, edge)
    assert local is not None  # only tensors have edges without one
    return local


def tensor_words(graph: Graph, values: Values, step: Contribution) -> str:
    """What an edge makes of a gradient of many numbers."""
    child, parent = graph.nodes[step.edge.child], named(graph, step.edge.parent)
    name = named(graph, child.id)
    flowing = rule(graph, values, step.edge)
    text = f"{name} = {formula(graph, child)}: of the gradient g of {name}, {flowing} flows back to {parent}."
    if step.summed:
        axes = " and ".join(str(axis) for axis in step.summed)
        text += f" {parent} was stretched along axis {axes}, so what comes to its copies is added up."
    return text


def ending(graph: Graph, values: Values, way: Sequence[Contribution], wrt: Sequence[str]) -> GraphStep:
    """The gradient of each variable."""
    loss, found = named(graph, graph.result), totals(graph, values, way)
    text = listed([f"grad({loss}, {name}) = {numbers(found[graph.variables[name]])}" for name in wrt])
    return GraphStep(
        kind="gradients", title="The gradients", text=text or "There is no variable to go back to."
    )
