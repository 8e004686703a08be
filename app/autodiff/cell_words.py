"""Cell words: the derivative of one number by one number, written with the numbers that it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from app.autodiff.forward import Values
from app.autodiff.graph import CONSTANT, Edge, Graph
from app.autodiff.operations import shapes as rules
from app.autodiff.terms import Factor, partner
from app.tensors.cells import named, source
from app.tensors.spelling import Place

Cell = tuple[int, Place]
"""A node and a place in it."""


@dataclass(frozen=True)
class Written:
    """A derivative in writing."""

    text: str
    """`2 * x[0, 1]`; empty where it is more than a short formula."""
    cells: tuple[Cell, ...]
    """The numbers that stand in it."""


def written(graph: Graph, values: Values, factor: Factor) -> Written:
    """The derivative that a factor is."""
    child = graph.nodes[factor.edge.child]
    if child.operation.shape is rules.matrix_product:
        other = child.parents[1 - factor.edge.operand]
        return spelled(
            graph, "{b}", {"b": (other, partner(graph, values, factor.edge, factor.at, factor.of))}
        )
    if child.operation.shape is rules.rows:
        return softmax(graph, factor)
    return spelled(graph, local(graph, factor.edge), operands(graph, values, factor))


def softmax(graph: Graph, factor: Factor) -> Written:
    """Along a row each probability moves with its own number, and against all others."""
    y, k = ((factor.edge.child, place) for place in (factor.at, factor.of))
    template = "{y} * (1 - {y})" if factor.at == factor.of else "-{y} * {k}"
    return spelled(graph, template, {"y": y, "k": k})


def local(graph: Graph, edge: Edge) -> str:
    """The template of the derivative along an edge; the size of a mean is that of its operand."""
    child = graph.nodes[edge.child]
    template = child.operation.derivatives[edge.operand].local.replace("np.", "")
    return template.replace("{a}.size", f"{graph.nodes[child.parents[0]].name}.size")


def operands(graph: Graph, values: Values, factor: Factor) -> dict[str, Cell]:
    """Which numbers of a, b and y take part where y is made number by number."""
    parents = graph.nodes[factor.edge.child].parents
    places = [source(factor.at, values[parent].shape) if factor.at else () for parent in parents]
    cells = dict(zip("ab", zip(parents, places, strict=True), strict=False))
    return {**cells, "y": (factor.edge.child, factor.at)}


def spelled(graph: Graph, template: str, cells: Mapping[str, Cell]) -> Written:
    """The template with cells in its places."""
    used = [letter for _, letter, _, _ in Formatter().parse(template) if letter]
    names = {letter: cell_name(graph, cells[letter]) for letter in used}
    seen = (cells[letter] for letter in used if graph.nodes[cells[letter][0]].op != CONSTANT)
    return Written(template.format(**names), tuple(dict.fromkeys(seen)))


def cell_name(graph: Graph, cell: Cell) -> str:
    """How code names a number: W[0, 1]; a negative constant stands in brackets."""
    node, place = cell
    name = graph.nodes[node].name
    return f"({name})" if name.startswith("-") else named(name, place)
