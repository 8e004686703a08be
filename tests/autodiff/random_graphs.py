"""Random graphs: every operation, shared nodes, broadcasting, values at which all of them are smooth."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from app.autodiff.builder import Builder
from app.autodiff.forward import Values
from app.autodiff.graph import CONSTANT, VARIABLE, Graph, Node
from app.autodiff.operations.operation import Operation
from app.autodiff.operations.table import OPERATIONS
from app.tensors.spelling import Tensor

SHAPES = ((), (1,), (3,), (2,), (1, 3), (2, 1), (2, 3), (3, 2), (3, 3))
CONSTANTS = (2.0, -1.5, 0.5)
POSITIVE = {"log": (0,), "sqrt": (0,), "power": (0,), "divide": (1,), "cross_entropy": (0, 1)}
"""Operands that must stay away from 0."""
TAME = 20.0
NEAR = 1e-4
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(OPERATIONS)), st.integers(0, 30), st.integers(0, 30)),
    min_size=3,
    max_size=12,
)


@dataclass(frozen=True)
class RandomGraph:
    """A graph with values for its variables."""

    graph: Graph
    values: dict[str, Tensor]


class Growing:
    """A graph that grows operation by operation, with the value of each node."""

    def __init__(self, shapes: list[tuple[int, ...]], seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.builder = Builder("")
        self.nodes: dict[int, Tensor] = {}
        self.unused: set[int] = set()
        self.values = {f"v{i}": np.asarray(rng.uniform(-2, 2, shape)) for i, shape in enumerate(shapes)}
        for name, value in self.values.items():
            self.note(self.builder.add(VARIABLE, (), name, slice(0, 0)), value)
        for number in CONSTANTS:
            self.nodes[self.builder.add(CONSTANT, (), str(number), slice(0, 0), number)] = np.asarray(number)

    def note(self, node: int, value: Tensor) -> int:
        """Remember a node that nothing uses so far."""
        self.unused.add(node)
        self.nodes[node] = value
        return node

    def apply(self, op: str, *operands: int) -> int:
        """One more node, tamed if its numbers are large."""
        value = OPERATIONS[op](*(self.nodes[operand] for operand in operands))
        node = self.builder.add(op, operands, op, slice(0, 0))
        self.unused -= set(operands)
        self.note(node, value)
        return self.apply("tanh", node) if np.abs(value).max() > TAME else node

    def step(self, op: str, i: int, j: int) -> None:
        """The operation on a node, and on one whose shape fits if it takes two; none if there is no such."""
        nodes = list(self.nodes)
        start = i % len(nodes)
        for a in nodes[start:] + nodes[:start]:
            if fitting := self.fitting(OPERATIONS[op], a):
                operands = fitting[j % len(fitting)]
                self.apply(op, *(self.suitable(op, place, node) for place, node in enumerate(operands)))
                return

    def fitting(self, operation: Operation, a: int) -> list[tuple[int, ...]]:
        """The operands that the operation can take, of which this node is the first."""
        found = [(a,)] if operation.arity == 1 else [(a, b) for b in self.nodes]
        return [each for each in found if operation.shape(*(self.nodes[x].shape for x in each)) is not None]

    def suitable(self, op: str, place: int, node: int) -> int:
        """The node, or a positive one made of it where the operation needs that."""
        if place in POSITIVE.get(op, ()) and self.nodes[node].min() < 0.1:
            return self.apply("exp", self.apply("tanh", node))
        return node

    def grown(self) -> Graph:
        """The graph, with one number as its result that depends on all nodes."""
        means = [self.apply("mean", node) for node in sorted(self.unused)]
        while len(means) > 1:
            means.append(self.apply("add", means.pop(), means.pop()))
        return self.builder.graph()


@st.composite
def graphs(draw: st.DrawFn) -> RandomGraph:
    """A graph of a few variables and up to about 40 operations."""
    shapes = draw(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=4))
    growing = Growing(shapes, draw(st.integers(0, 2**32 - 1)))
    for op, i, j in draw(STEPS):
        growing.step(op, i, j)
    return RandomGraph(growing.grown(), growing.values)


def near_a_kink(graph: Graph, values: Values) -> bool:
    """Whether a small step could cross a corner."""
    return any(near_its_kink(node, values) for node in graph.nodes)


def near_its_kink(node: Node, values: Values) -> bool:
    """Whether a node is close to the corner of its operation."""
    operands = [values[parent] for parent in node.parents]
    if node.op in {"abs", "relu"}:
        return bool(np.abs(operands[0]).min() < NEAR)
    return node.op in {"maximum", "minimum"} and bool(np.abs(operands[0] - operands[1]).min() < NEAR)
