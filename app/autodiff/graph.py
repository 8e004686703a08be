"""Graph: the operations of an expression and what each is done to; a shared sub-expression is one node."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from app.autodiff.operations.operation import Operation
from app.autodiff.operations.table import OPERATIONS

VARIABLE = "variable"
CONSTANT = "constant"
Program = list[tuple[str, tuple[int, ...], str | float | None]]
"""Of each node its operation, its operands, and the name of a variable or the number of a constant."""


@dataclass(frozen=True)
class Node:
    """A variable, a constant, or an operation on other nodes."""

    id: int
    """Its place in the graph; its parents have smaller ones."""
    op: str
    """A name of the table of operations, or `variable` or `constant`."""
    parents: tuple[int, ...]
    """Its operands, in their order; the same node twice in x * x."""
    label: str
    """What stands on it: `x`, `2.5`, `*`, `abs`."""
    name: str
    """How lines of code and sentences call it: `x`, `2.5`, `x1`; the last one is the `result`."""
    text: str
    """The part of the expression that it stands for, as typed."""
    place: int
    """Where that part begins in the expression, counted from 0."""
    number: float = 0.0
    """The value of a constant."""

    @property
    def operation(self) -> Operation:
        """What it does; only for a node with operands."""
        return OPERATIONS[self.op]


@dataclass(frozen=True)
class Edge:
    """The way of a gradient: from a node back to one of its operands."""

    child: int
    """The node."""
    parent: int
    """Its operand."""
    operand: int
    """Which one: 0 or 1."""


@dataclass(frozen=True)
class Graph:
    """All nodes of an expression, every node after its operands; the last one is the result."""

    expression: str
    nodes: tuple[Node, ...]

    @property
    def result(self) -> int:
        """The node of the whole expression."""
        return len(self.nodes) - 1

    @cached_property
    def variables(self) -> dict[str, int]:
        """The node of each variable, in the order in which they first appear."""
        return {node.name: node.id for node in self.nodes if node.op == VARIABLE}

    @property
    def program(self) -> Program:
        """The graph as plain data, which another process can run."""
        leaves = {VARIABLE: "name", CONSTANT: "number"}
        return [
            (node.op, node.parents, getattr(node, leaves[node.op]) if node.op in leaves else None)
            for node in self.nodes
        ]

    def edges(self, wrt: Collection[str] | None = None) -> tuple[Edge, ...]:
        """The ways of gradients to these variables, or to all of them, in the order in which they are gone.

        From the result back, node by node, first to the first operand.
        """
        wanted = self._above(self.variables if wrt is None else wrt)
        return tuple(
            Edge(node.id, parent, operand)
            for node in reversed(self.nodes)
            for operand, parent in enumerate(node.parents)
            if parent in wanted
        )

    def _above(self, names: Collection[str]) -> set[int]:
        """The nodes that depend on these variables."""
        found = {self.variables[name] for name in names}
        for node in self.nodes:
            if found.intersection(node.parents):
                found.add(node.id)
        return found
