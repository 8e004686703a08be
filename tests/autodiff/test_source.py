"""The lines of code compute what the page shows: forward, backward, and with TensorFlow's own tape."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from app.autodiff.backward import gradients
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.source import numpy_code, tape_code
from tests.autodiff.random_graphs import RandomGraph, graphs

CHAPTER = """import numpy as np

y_true = np.array(8.0)
x = np.array(3.0)
w = np.array(2.0)
b = np.array(3.0)

x1 = x * w
x2 = x1 + b
x3 = y_true - x2
result = np.abs(x3)

grad_result = np.ones_like(result)
grad_x3 = grad_result * np.sign(x3)
grad_x2 = -grad_x3
grad_x1 = grad_x2
grad_b = grad_x2
grad_w = grad_x1 * x"""
VALUES = {"x": np.array(3), "w": np.array(2), "b": np.array(3), "y_true": np.array(8)}


def executed(lines: str) -> dict[str, Any]:
    """The names that the lines define."""
    names: dict[str, Any] = {}
    exec(lines, names)
    return names


@settings(max_examples=100)
@given(graphs())
def test_numpy_and_tape_lines_of_random_graphs_compute_the_same_gradients(random: RandomGraph) -> None:
    graph, values = random.graph, forward(random.graph, random.values)
    ours = gradients(graph, values)
    by_numpy = executed(numpy_code(graph, values))
    by_tape = executed(tape_code(graph, values))
    np.testing.assert_allclose(by_numpy["result"], values[-1], rtol=1e-9)
    np.testing.assert_allclose(by_tape["result"].numpy(), values[-1], rtol=1e-9)
    for (name, gradient), theirs in zip(ours.items(), by_tape["gradients"], strict=True):
        rounding = 1e-9 * max(np.abs(gradient).max(), 1)
        assert np.shape(by_numpy[f"grad_{name}"]) == gradient.shape
        np.testing.assert_allclose(by_numpy[f"grad_{name}"], gradient, rtol=1e-6, atol=rounding)
        np.testing.assert_allclose(theirs.numpy(), gradient, rtol=1e-6, atol=rounding)


@pytest.mark.parametrize(
    ("expression", "shapes"),
    [
        ("x @ y", ((3,), (3,))),
        ("x @ y", ((2, 3), (3,))),
        ("x @ y", ((2,), (2, 3))),
        ("cross_entropy(x, softmax(y))", ((2, 3), (2, 3))),
        ("x * y", ((1,), (2, 3))),
        ("maximum(2 ** 3, x) + exp(1) / -2 ** y", ((2,), ())),
    ],
)
def test_vectors_stretched_axes_and_constants_are_written_right(expression: str, shapes: Any) -> None:
    graph = parse(expression)
    rng = np.random.default_rng(0)
    values = forward(
        graph, {name: rng.uniform(0.1, 1, shape) for name, shape in zip("xy", shapes, strict=True)}
    )
    by_numpy, by_tape = executed(numpy_code(graph, values)), executed(tape_code(graph, values))
    for (name, gradient), theirs in zip(gradients(graph, values).items(), by_tape["gradients"], strict=True):
        np.testing.assert_allclose(by_numpy[f"grad_{name}"], gradient)
        np.testing.assert_allclose(theirs.numpy(), gradient)


def test_the_chapters_lines() -> None:
    graph = parse("abs(y_true - (x*w + b))")
    values = forward(graph, VALUES)
    assert numpy_code(graph, values, ["w", "b"]) == CHAPTER
    lines = tape_code(graph, values, ["w", "b"])
    assert "x = tf.constant(3.0, dtype=tf.float64)" in lines
    assert "w = tf.Variable(2.0, dtype=tf.float64)" in lines
    assert [float(gradient) for gradient in executed(lines)["gradients"]] == [3, 1]


def test_a_leaf_alone_and_what_is_not_finite_can_be_written() -> None:
    assert executed(numpy_code(parse("7"), forward(parse("7"), {})))["result"] == 7
    graph = parse("x")
    values = forward(graph, {"x": np.array([np.inf, np.nan])})
    assert np.array_equal(executed(numpy_code(graph, values))["result"], values[0], equal_nan=True)
    (gradient,) = executed(tape_code(graph, values))["gradients"]
    assert gradient.numpy().tolist() == [1, 1]


def test_where_label_and_probability_are_0_the_lines_say_0_too() -> None:
    graph = parse("cross_entropy(y, p)")
    values = forward(graph, {"y": np.array([0.0, 1.0]), "p": np.array([0.0, 0.5])})
    by_numpy = executed(numpy_code(graph, values))
    for name, gradient in gradients(graph, values).items():
        np.testing.assert_array_equal(by_numpy[f"grad_{name}"], gradient)
    assert by_numpy["result"] == pytest.approx(np.log(2))
