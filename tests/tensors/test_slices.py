"""A typed slice is what NumPy would have taken, or its first misfit is named; nothing is ever executed."""

from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.tensors.slices import cuts, read_slice, spelt_index
from app.tensors.spelling import Shape

SHAPES = npst.array_shapes(min_dims=1, max_dims=5, max_side=6)


@st.composite
def shapes_and_indices(draw: st.DrawFn) -> tuple[Shape, Any]:
    """A shape and an index that fits it."""
    shape = draw(SHAPES)
    index = draw(npst.basic_indices(shape, allow_newaxis=False))
    return shape, index if isinstance(index, tuple) else (index,)


@given(shapes_and_indices())
def test_what_is_read_is_what_was_written(given: tuple[Shape, Any]) -> None:
    shape, index = given
    if not index:
        return
    a = np.arange(np.prod(shape)).reshape(shape)
    again = read_slice(spelt_index(index))
    assert np.array_equal(a[again], a[index])


@given(shapes_and_indices())
def test_the_cuts_tell_what_is_kept_of_each_axis(given: tuple[Shape, Any]) -> None:
    shape, index = given
    told = cuts(index, shape)
    a = np.arange(np.prod(shape)).reshape(shape)
    kept = a[np.ix_(*(range(cut.start, cut.stop, cut.step) for cut in told))]
    assert tuple(cut.length for cut in told if cut.kept) == a[index].shape
    assert np.array_equal(kept.reshape(a[index].shape), a[index])


@given(SHAPES, st.text(alphabet="0123456789:,-. []", max_size=12))
def test_numpy_takes_whatever_is_not_refused(shape: Shape, text: str) -> None:
    with suppress(InvalidError):
        index = read_slice(text)
        lengths = tuple(cut.length for cut in cuts(index, shape) if cut.kept)
        assert np.zeros(shape)[index].shape == lengths


@pytest.mark.parametrize(
    "text", ["10:100, 7:-7, 7:-7", "[10:100, 7:-7, 7:-7]", "train_images[10:100, 7:-7,7:-7,]"]
)
def test_the_chapters_slice_may_have_its_brackets(text: str) -> None:
    assert [cut.length for cut in cuts(read_slice(text), (60_000, 28, 28))] == [90, 14, 14]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_a_slice"),
        ("1,,2", "not_a_slice"),
        ("1:2:3:4", "not_a_slice"),
        ("__import__('os')", "not_a_slice"),
        ("1.5", "not_a_slice"),
        ("...,...", "two_ellipses"),
        ("::0", "zero_step"),
        ("0,0,0", "too_many_indices"),
        ("4", "index_out_of_range"),
        ("..., -7", "index_out_of_range"),
    ],
)
def test_each_refusal_has_its_name(text: str, code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        cuts(read_slice(text), (4, 6))
    assert refused.value.problem.code == code


@pytest.mark.parametrize("text", ["[0, 1]", " [2] ", "[]", "a[[0, 1]]"])
def test_a_list_of_indices_is_not_taken_for_a_slice(text: str) -> None:
    with pytest.raises(InvalidError, match="is no slice"):
        read_slice(text)
