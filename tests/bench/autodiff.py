"""Autodiff: the cost of a gradient grows with the nodes and no faster; hostile text is refused at once."""

import time
from collections.abc import Callable

import numpy as np

from app.autodiff.backward import gradients
from app.autodiff.builder import MOST_NODES, Builder
from app.autodiff.forward import forward
from app.autodiff.graph import VARIABLE, Graph
from app.autodiff.parser import parse
from app.errors import InvalidError
from tests.autodiff.test_tokens import HOSTILE

ROUNDS = 50
SIZES = (MOST_NODES // 4, MOST_NODES // 2, MOST_NODES)

Row = tuple[str, str, str]


def measure() -> list[Row]:
    """Graphs of three sizes; then hostile text."""
    sizes = [(graph, seconds(graph)) for graph in map(chain, SIZES)]
    slowest = max(refusal(text) for text in HOSTILE)
    return [
        *(
            (
                f"{len(graph.nodes)} nodes: values and all gradients",
                f"{1e3 * taken:.2f} ms, {1e6 * taken / len(graph.nodes):.1f} µs a node",
                "as much a node",
            )
            for graph, taken in sizes
        ),
        (f"the slowest of {len(HOSTILE)} hostile texts", f"{1e3 * slowest:.1f} ms", "< 50 ms"),
    ]


def chain(nodes: int) -> Graph:
    """A graph of so many nodes, each the sum of the one before and itself: the paths double each time."""
    builder = Builder("")
    node = builder.add(VARIABLE, (), "x", slice(0, 0))
    for _ in range(nodes - 1):
        node = builder.add("add", (node, node), "+", slice(0, 0))
    return builder.graph()


def seconds(graph: Graph) -> float:
    """The time of the values and the gradients of a graph, undisturbed."""
    x = {"x": np.array(0.5)}
    return min(timed(lambda: gradients(graph, forward(graph, x))) for _ in range(ROUNDS))


def refusal(text: str) -> float:
    """How long it takes to refuse a text."""

    def refused() -> None:
        try:
            parse(text, ("x", "w", "b"))
        except InvalidError:
            return

    return min(timed(refused) for _ in range(3))


def timed(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
