"""An expression gives losses and gradients at many points at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.autodiff.backward import gradients
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.descent.function import Function
from app.descent.landscapes import LANDSCAPES
from app.errors import InvalidError

EXPRESSIONS = [landscape.expression for landscape in LANDSCAPES.values()]
POINTS = npst.arrays(float, st.tuples(st.integers(1, 5), st.just(2)), elements=st.floats(-3, 3))


@given(st.sampled_from(EXPRESSIONS), POINTS)
def test_it_is_what_autodiff_computes_point_by_point(expression: str, points: np.ndarray) -> None:
    function = Function(expression)
    points = points[:, : function.axes]
    losses, slopes = function.slope(points)
    graph = parse(expression)
    for point, loss, slope in zip(points, losses, slopes, strict=True):
        given = dict(zip("xy", point, strict=False))
        values = forward(graph, given)
        assert loss == values[-1]
        assert slope.tolist() == [
            float(g) for g in map(gradients(graph, values).get, "xy"[: len(point)]) if g is not None
        ]


@pytest.mark.parametrize(
    ("expression", "axes", "loss", "gradient"),
    [("y ** 2", 2, 9, [0, 6]), ("5", 1, 5, [0]), ("abs(x)", 1, 2, [1]), ("2 * 3 + x", 1, 8, [1])],
)
def test_an_axis_that_does_not_matter_has_no_slope(
    expression: str, axes: int, loss: float, gradient: list[float]
) -> None:
    function = Function(expression)
    losses, slopes = function.slope(np.array([[2.0, 3.0][:axes]] * 2))
    assert (function.axes, losses.tolist(), slopes.tolist()) == (axes, [loss] * 2, [gradient] * 2)


@pytest.mark.parametrize("kink", ["abs(x)", "relu(x)"])
def test_the_slope_of_a_kink_is_tensorflows(kink: str) -> None:
    assert Function(kink).slope(np.array([[0.0]]))[1].tolist() == [[0]]


def test_a_kink_is_said_at_its_points_only() -> None:
    function = Function("abs(x) + maximum(x, 1)")
    nothing, corner, tie = function.kink_texts(np.array([[2.0], [0.0], [1.0]]))
    assert not nothing
    assert "abs has a corner at 0" in corner
    assert "whole gradient to the first" in tie
    assert Function("x ** 2").kink_texts(np.zeros((1, 1))) == [""]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("sum(x)", "not_element_wise"),
        ("x @ y", "not_element_wise"),
        ("bowls", "unknown_landscape"),
        ("x + z", "unknown_name"),
    ],
)
def test_what_is_no_landscape_is_refused_with_its_place(expression: str, code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        Function(expression)
    assert refused.value.problem.code == code
    assert refused.value.problem.place


def test_a_landscape_that_is_nearly_called_so_is_offered() -> None:
    with pytest.raises(InvalidError) as refused:
        Function("bowls")
    assert next(fix["question"] for fix in refused.value.problem.fixes or ()) == {"expression": "bowl"}
