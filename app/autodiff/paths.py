"""Paths: a gradient is the sum, over all ways to its variable, of the product of the derivatives there."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from app.autodiff.backward import local_derivative
from app.autodiff.forward import Values
from app.autodiff.graph import Edge, Graph

MOST_PATHS = 20


@dataclass(frozen=True)
class Path:
    """One way from the result back to a variable."""

    edges: tuple[Edge, ...]
    factors: tuple[float, ...] | None
    """The derivative along each edge; none where one of them is a tensor."""

    @property
    def product(self) -> float | None:
        """What comes along this way; the products of all ways sum to the gradient."""
        return None if self.factors is None else math.prod(self.factors)


@dataclass(frozen=True)
class Paths:
    """All ways to a variable, of which the first are listed."""

    count: int
    """How many there are; their number can double with every node."""
    listed: tuple[Path, ...]


def paths(
    graph: Graph, values: Values, variables: Collection[str], most: int = MOST_PATHS
) -> dict[str, Paths]:
    """The ways from the result back to each of these variables, up to `most` of them listed."""
    factors = {edge: factor(graph, values, edge) for edge in graph.edges(variables)}
    return {name: paths_to(graph, name, factors, most) for name in variables}


def paths_to(graph: Graph, variable: str, factors: Mapping[Edge, float | None], most: int) -> Paths:
    """The ways back to one variable."""
    edges, end = graph.edges({variable}), graph.variables[variable]
    ways = islice(ways_back(edges, graph.result, end), most)
    return Paths(counted(edges, graph.result, end), tuple(Path(way, along(factors, way)) for way in ways))


def counted(edges: Iterable[Edge], start: int, end: int) -> int:
    """How many ways there are, without going them."""
    ways = Counter({start: 1})
    for edge in edges:
        ways[edge.parent] += ways[edge.child]
    return ways[end]


def ways_back(edges: Iterable[Edge], start: int, end: int) -> Iterator[tuple[Edge, ...]]:
    """Every way, one at a time; the first operands first."""
    leading = defaultdict(list)
    for edge in edges:
        leading[edge.child].append(edge)
    waiting: list[tuple[Edge, ...]] = [()]
    while waiting:
        way = waiting.pop()
        here = way[-1].parent if way else start
        if here == end:
            yield way
        waiting += [(*way, edge) for edge in reversed(leading[here])]


def along(factors: Mapping[Edge, float | None], way: tuple[Edge, ...]) -> tuple[float, ...] | None:
    """The factors of a way, if all are numbers."""
    found = [number for edge in way if (number := factors[edge]) is not None]
    return tuple(found) if len(found) == len(way) else None


def factor(graph: Graph, values: Values, edge: Edge) -> float | None:
    """The derivative along an edge between two scalars."""
    if values[edge.child].ndim or values[edge.parent].ndim:
        return None
    local = local_derivative(graph, values, edge)
    return None if local is None else float(local)
