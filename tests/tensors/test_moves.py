"""A move is done exactly as NumPy does it, or refused where NumPy refuses, with moves that fit instead."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from pydantic import TypeAdapter

from app.errors import InvalidError
from app.tensors.limits import MOST_AXES
from app.tensors.moves import ExpandDims, Move, Reshape, Squeeze, Transpose
from app.tensors.spelling import Shape

READ: TypeAdapter[Any] = TypeAdapter(Move)
SHAPES = npst.array_shapes(min_dims=0, max_dims=6, max_side=4)
AXES = st.integers(-3, 3) | st.integers()
MOVES: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(dict, op=st.just("reshape"), shape=st.lists(st.integers(-2, 6), max_size=8)),
    st.builds(dict, op=st.just("transpose"), axes=st.none() | st.lists(AXES, max_size=4)),
    st.just({"op": "flatten"}),
    st.builds(dict, op=st.just("expand_dims"), axis=AXES),
    st.builds(dict, op=st.just("squeeze"), axis=st.none() | AXES),
)


def numpy_answer(code: str, a: Any) -> Any:
    """What NumPy itself says: a tensor or its refusal."""
    try:
        return eval(code, {"np": np, "a": a})
    except (ValueError, OverflowError, np.exceptions.AxisError) as refusal:
        return refusal


@given(SHAPES, MOVES)
def test_a_move_is_numpys_or_its_refusal_is(shape: Shape, given: dict[str, Any]) -> None:
    a, move = np.arange(np.prod(shape, dtype=int)).reshape(shape), READ.validate_python(given)
    expected = numpy_answer(move.code("a"), a)
    # NumPy takes any negative length for -1, which it has never promised.
    negative = min(given.get("shape", ()), default=0) < -1
    if isinstance(expected, Exception) or expected.ndim > MOST_AXES or negative:
        with pytest.raises(InvalidError):
            move.of(a)
        return
    assert np.array_equal(move.of(a), expected)
    assert move.of(a).strides == expected.strides
    assert np.shares_memory(move.of(a), a) == np.shares_memory(expected, a)


@given(SHAPES, MOVES)
def test_what_is_offered_instead_always_works(shape: Shape, given: dict[str, Any]) -> None:
    a, move = np.zeros(shape), READ.validate_python(given)
    for other in move.instead(shape):
        assert READ.validate_python(other.model_dump()).of(a).size == a.size


def test_an_open_length_follows_from_the_others() -> None:
    assert Reshape(shape=(2, -1)).of(np.zeros((3, 4))).shape == (2, 6)


def test_a_move_that_is_none_is_not_read() -> None:
    for wrong in ({"op": "resize"}, {"op": "flatten", "axis": 0}, {"op": "reshape", "shape": [2.0]}):
        with pytest.raises(ValueError, match="validation error"):
            READ.validate_python(wrong)


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (Reshape(shape=()), "reshape_does_not_fit"),
        (Reshape(shape=(4, -1)), "reshape_does_not_fit"),
        (Reshape(shape=(-1, -1)), "two_unknown_lengths"),
        (Reshape(shape=(0, -1)), "unknown_length"),
        (Reshape(shape=(1,) * 30_000), "too_many_axes"),
        (Reshape(shape=(3, -2)), "negative_length"),
        (Reshape(shape=(10**4000, 10**4000)), "reshape_does_not_fit"),
        (Transpose(axes=(0, 0)), "not_a_permutation"),
        (Transpose(axes=(0,)), "not_a_permutation"),
        (Transpose(axes=(0, 9)), "not_a_permutation"),
        (ExpandDims(axis=9), "no_such_axis"),
        (Squeeze(axis=2), "no_such_axis"),
        (Squeeze(axis=1), "axis_is_longer"),
    ],
)
def test_each_refusal_has_its_name(move: Any, code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        move.of(np.zeros((2, 3)))
    assert refused.value.problem.code == code
    assert [other.of(np.zeros((2, 3))).size for other in move.instead((2, 3))]
