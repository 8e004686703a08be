"""What does not fit is told with both shapes, the axis and the part of the expression."""

import numpy as np
import pytest

from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.errors import InvalidError, Problem


def refused(expression: str, **shapes: tuple[int, ...]) -> Problem:
    """Why these shapes do not fit."""
    with pytest.raises(InvalidError) as error:
        forward(parse(expression), {name: np.ones(shape) for name, shape in shapes.items()})
    return error.value.problem


def test_operands_that_do_not_broadcast() -> None:
    problem = refused("exp(x) + b", x=(2, 3), b=(2,))
    assert problem.shapes == {"exp(x)": (2, 3), "b": (2,)}
    assert (problem.axis, problem.got) == (1, "(2, 3) and (2,)")
    assert problem.what == "In exp(x) + b, axis 1 is 3 long in exp(x), 2 in b."


def test_factors_without_a_product() -> None:
    problem = refused("x @ W", x=(2, 3), W=(2, 3))
    assert problem.what == "In x @ W, a row of x has 3 numbers and a column of W has 2."
    assert (problem.axis, problem.shapes) == (1, {"x": (2, 3), "W": (2, 3)})
    assert refused("x @ W", x=(), W=(2, 3)).hint == "A scalar is multiplied with *."
    assert refused("x @ W", x=(2, 3), W=()).axis == 1


def test_distributions_of_different_shapes() -> None:
    problem = refused("cross_entropy(y, p)", y=(3,), p=(2, 3))
    assert (problem.code, problem.got) == ("unequal_shapes", "(3,) and (2, 3)")


def test_a_scalar_where_rows_are_needed() -> None:
    assert refused("softmax(x)", x=()).expected == "a vector or a matrix"


def test_values_that_are_none() -> None:
    assert refused("x").expected == "a value for x"
    assert (refused("x", x=(1, 1, 1)).code, refused("x", x=(0,)).code) == ("too_many_axes", "no_elements")
