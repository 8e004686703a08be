"""Terms: the gradient of one number, as the sum of what flows back to it from each number made of it."""

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from app.autodiff.backward import local_derivative
from app.autodiff.broadcast import unstretched
from app.autodiff.forward import Values
from app.autodiff.graph import Edge, Graph
from app.autodiff.operations import shapes as rules
from app.tensors.spelling import Place, Shape, Tensor

MOST_FACTORS = 12
"""Of one term."""

Box = tuple[range, ...]
"""The places that share a range of indices along each axis."""


@dataclass(frozen=True)
class Factor:
    """By how much a number of the child moves when one of its parent does."""

    edge: Edge
    at: Place
    """In the child."""
    of: Place
    """In the parent."""
    local: float


@dataclass(frozen=True)
class Term:
    """What flows back to a number from one that is made of it."""

    upstream: float
    """The gradient of the number with which the factors begin."""
    factors: tuple[Factor, ...]
    """From there to the number that is asked about; the last one is the edge into it."""

    @property
    def product(self) -> float:
        """What it adds to the gradient."""
        return math.prod((factor.local for factor in self.factors), start=self.upstream)


class Terms:
    """The terms of the gradient of any number on the way to these variables."""

    def __init__(
        self, graph: Graph, values: Values, gradients: Mapping[int, Tensor], wrt: Collection[str]
    ) -> None:
        self.graph, self.values, self._gradients = graph, values, gradients
        self._edges = graph.edges(wrt)
        self._locals: dict[Edge, Tensor | None] = {}

    def count(self, node: int, place: Place) -> int:
        """How many there are: one for each number that is made of this one."""
        boxes = (reach(self.graph, self.values, edge, place) for edge in self._into(node))
        return sum(math.prod(map(len, box)) for box in boxes)

    def first(self, node: int, place: Place, most: int) -> tuple[Term, ...]:
        """The first terms, each told as far up as nothing is added up on the way."""
        return tuple(self._told(factor) for factor in islice(self._factors(node, place), most))

    def _into(self, node: int) -> list[Edge]:
        return [edge for edge in self._edges if edge.parent == node]

    def _factors(self, node: int, place: Place) -> Iterator[Factor]:
        for edge in self._into(node):
            for at in product(*reach(self.graph, self.values, edge, place)):
                yield Factor(edge, at, place, self._local(edge, at, place))

    def _local(self, edge: Edge, at: Place, of: Place) -> float:
        if edge not in self._locals:
            self._locals[edge] = local_derivative(self.graph, self.values, edge)
        local = self._locals[edge]
        if local is None:
            return jacobian(self.graph, self.values, edge, at, of)
        if self.graph.nodes[edge.child].operation.elementwise:
            return float(local[at])
        return float(unstretched(local, self.values[edge.parent].shape)[of])

    def _told(self, factor: Factor) -> Term:
        factors = [factor]
        while len(factors) < MOST_FACTORS:
            child, at = factors[0].edge.child, factors[0].at
            if self.count(child, at) != 1:
                break
            factors[:0] = self._factors(child, at)
        first = factors[0]
        return Term(float(self._gradients[first.edge.child][first.at]), tuple(factors))


def reach(graph: Graph, values: Values, edge: Edge, place: Place) -> Box:
    """The places of the child whose numbers are made of the parent's number at `place`."""
    operation, shape = graph.nodes[edge.child].operation, values[edge.child].shape
    if operation.elementwise:
        return copies(place, values[edge.parent].shape, shape)
    if operation.shape is rules.matrix_product:
        a, b = (values[parent].shape for parent in graph.nodes[edge.child].parents)
        rows, columns = whole(a[:-1]), whole(b[1:])
        return (*only(place[:-1]), *columns) if edge.operand == 0 else (*rows, *only(place[1:]))
    if operation.shape is rules.rows:
        return (*only(place[:-1]), range(shape[-1]))
    return ()


def copies(place: Place, shape: Shape, result: Shape) -> Box:
    """Where a number of an operand of that shape stands once it is stretched to the result."""
    missing = len(result) - len(shape)
    own = (
        range(length) if small == 1 else range(i, i + 1)
        for i, small, length in zip(place, shape, result[missing:], strict=True)
    )
    return (*whole(result[:missing]), *own)


def only(place: Place) -> Box:
    """One place."""
    return tuple(range(i, i + 1) for i in place)


def whole(shape: Shape) -> Box:
    """All places of a shape."""
    return tuple(map(range, shape))


def partner(graph: Graph, values: Values, edge: Edge, at: Place, of: Place) -> Place:
    """In a matrix product, the number of the other operand that the one at `of` meets on the way to `at`."""
    rows = values[graph.nodes[edge.child].parents[0]].ndim - 1
    return (of[-1], *at[rows:]) if edge.operand == 0 else (*at[:rows], of[0])


def jacobian(graph: Graph, values: Values, edge: Edge, at: Place, of: Place) -> float:
    """The derivative of one number by one number, in a matrix product or along the row of a softmax."""
    child = graph.nodes[edge.child]
    if child.operation.shape is rules.matrix_product:
        other = values[child.parents[1 - edge.operand]]
        return float(other[partner(graph, values, edge, at, of)])
    y = values[edge.child]
    return float(y[at] * ((at == of) - y[of]))
