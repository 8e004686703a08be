"""A tape holds the operations that have to do with a variable, each with its value and its gradient."""

import numpy as np

from app.autodiff.backward import node_gradients
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.recording import leaves, tape_lines, watched

TENSORS = {"z": np.ones(()), "W": np.ones((2, 3)), "x": np.ones((20, 2))}


def test_each_operation_is_a_line_of_tensorflow() -> None:
    graph = parse("tanh(x @ W)")
    values = forward(graph, TENSORS)
    first, last = tape_lines(graph, values, node_gradients(graph, values, ["W"]), ["W"])
    assert (first.code, last.code) == ("x1 = x @ W", "result = tf.tanh(x1)")
    assert first.value.preview == "the first (12, 3) of (20, 3)"
    assert first.gradient is not None
    assert first.gradient.shape == (20, 3)


def test_what_is_not_watched_is_not_recorded() -> None:
    graph = parse("square(x) @ W")
    values = forward(graph, TENSORS)
    first, last = tape_lines(graph, values, node_gradients(graph, values, ["W"]), ["W"])
    assert (first.recorded, first.gradient, last.recorded) == (False, None, True)


def test_leaves_come_in_the_order_of_the_expression() -> None:
    graph = parse("x @ W")
    found = leaves(graph, TENSORS, ["W", "z"])
    assert [(leaf.name, leaf.kind, leaf.used) for leaf in found] == [
        ("x", "constant", True),
        ("W", "variable", True),
        ("z", "variable", False),
    ]
    assert watched(graph, ["z", "W"]) == ("W",)
