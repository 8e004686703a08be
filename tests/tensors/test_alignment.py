"""Shapes fit exactly where NumPy says so, and each way out leads out."""

import numpy as np
from hypothesis import assume, given
from hypothesis.extra import numpy as npst

from app.tensors.alignment import aligned, first_misfit, mismatch, ways_out
from app.tensors.spelling import Shape

SHAPES = npst.array_shapes(min_dims=0, max_dims=4, max_side=4)


def numpy_shape(a: Shape, b: Shape) -> Shape | None:
    """The shape that NumPy broadcasts to, if it does."""
    try:
        return np.broadcast_shapes(a, b)
    except ValueError:
        return None


@given(SHAPES, SHAPES)
def test_shapes_fit_exactly_when_numpy_broadcasts_them(a: Shape, b: Shape) -> None:
    expected = numpy_shape(a, b)
    assert (first_misfit(a, b) is None) == (expected is not None)
    if expected is not None:
        assert tuple(axis.result for axis in aligned(a, b)) == expected


@given(SHAPES, SHAPES)
def test_every_way_out_leads_out(a: Shape, b: Shape) -> None:
    assume(first_misfit(a, b))
    ways = ways_out(a, b)
    assert 1 <= len(ways) <= 3
    for way in ways:
        changed = {"a": a, "b": b, way.operand: way.shape}
        assert numpy_shape(changed["a"], changed["b"]) is not None, way
        assert not way.keeps_values or np.prod(way.shape) == np.prod({"a": a, "b": b}[way.operand])


def test_a_misfit_is_named_from_the_end_and_by_each_operands_own_axis() -> None:
    a, b = (2, 3), (6, 5, 1, 4, 1, 2)
    misfit = first_misfit(a, b)
    assert misfit
    problem = mismatch(a, b, misfit, ()).problem
    assert problem.what == "The last axis does not fit: axis 1 of a is 3 long, axis 5 of b is 2 long."
    assert problem.axis == 5
