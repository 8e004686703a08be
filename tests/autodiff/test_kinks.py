"""Where a derivative does not exist, ours is TensorFlow's, and it is said."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.autodiff.backward import gradients
from app.autodiff.builder import Builder
from app.autodiff.forward import forward
from app.autodiff.graph import VARIABLE
from app.autodiff.kinks import kink
from app.autodiff.operations.table import OPERATIONS
from app.autodiff.parser import parse
from app.network.tape import differentiated

ODD = st.sampled_from([0.0, 1.0, -1.0, 2.0, -2.5, 0.5, math.inf, -math.inf])


@settings(max_examples=25)
@pytest.mark.parametrize("op", sorted(OPERATIONS))
@given(data=st.data())
def test_at_zeros_ties_and_infinities_every_operation_has_tensorflows_gradients(
    op: str, data: st.DataObject
) -> None:
    operation = OPERATIONS[op]
    values = {
        name: data.draw(npst.arrays(np.float64, (2, 2), elements=ODD)) for name in "ab"[: operation.arity]
    }
    builder = Builder("")
    operands = tuple(builder.add(VARIABLE, (), name, slice(0, 0)) for name in values)
    builder.add(op, operands, op, slice(0, 0))
    graph = builder.graph()
    value, theirs = differentiated(graph.program, values, values)
    found = forward(graph, values)
    np.testing.assert_allclose(found[-1], value, rtol=1e-12, atol=1e-300)
    for name, ours in gradients(graph, found).items():
        np.testing.assert_allclose(ours, theirs[name], rtol=1e-9, atol=1e-300)


@pytest.mark.parametrize(
    ("expression", "x", "gradient", "said"),
    [
        ("abs(x)", 0, 0, "abs has a corner at 0"),
        ("relu(x)", 0, 0, "relu has a corner at 0"),
        ("maximum(x, 2)", 2, 1, "whole gradient to the first"),
        ("maximum(2, x)", 2, 0, "whole gradient to the first"),
        ("minimum(x, 2)", 2, 1, "whole gradient to the first"),
        ("sqrt(x)", 0, math.inf, "grows beyond all bounds"),
        ("log(x)", 0, math.inf, "no logarithm"),
        ("1 / x", 0, -math.inf, "Division by 0"),
        ("x ** 0", 0, math.nan, "divides by 0"),
        ("(-2) ** x", 2, 0, "has no logarithm"),
    ],
)
def test_a_kink_is_explained(expression: str, x: float, gradient: float, said: str) -> None:
    graph = parse(expression)
    values = forward(graph, {"x": np.array(x)})
    assert np.array_equal(gradients(graph, values)["x"], gradient, equal_nan=True)
    told = [kink(graph, values, edge) for edge in graph.edges()]
    assert any(text and said in text for text in told)


def test_of_a_tensor_it_is_said_how_many_numbers_are_meant() -> None:
    graph = parse("relu(x)")
    values = forward(graph, {"x": np.array([0.0, 1.0, 0.0])})
    assert (kink(graph, values, graph.edges()[0]) or "").endswith("(2 of 3 numbers)")
    elsewhere = forward(graph, {"x": np.array([2.0, 1.0])})
    assert kink(graph, elsewhere, graph.edges()[0]) is None
    smooth = parse("exp(x)")
    assert kink(smooth, forward(smooth, {"x": np.array(0.0)}), smooth.edges()[0]) is None
