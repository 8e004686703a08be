"""A nested list becomes the tensor that NumPy would make of it, or its first misfit is named."""

from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.tensors.nested import text, typed
from app.tensors.spelling import Tensor, words

DTYPES = st.sampled_from([np.int64, np.float64, np.bool_])


@given(npst.arrays(DTYPES, npst.array_shapes(min_dims=0, max_dims=6, max_side=3)))
def test_every_tensor_survives_its_nested_list(tensor: Tensor) -> None:
    again = typed(words(tensor))
    assert again.shape == tensor.shape
    assert again.dtype == tensor.dtype
    assert np.array_equal(again, tensor, equal_nan=tensor.dtype.kind == "f")


def test_an_empty_list_is_a_tensor_without_elements() -> None:
    assert typed([]).shape == (0,)
    assert typed([[], []]).shape == (2, 0)


@pytest.mark.parametrize(
    ("values", "code", "place"),
    [
        ([[1, 2], [3]], "ragged", "[1]"),
        ([[1, 2], 3], "ragged", "[1]"),
        ([1, [2]], "ragged", "[1]"),
        ([[1], [[2]]], "ragged", "[1][0]"),
        ([1, "two"], "not_a_number", "[1]"),
        ([None], "not_a_number", "[0]"),
        ({"a": 1}, "not_a_number", "the top"),
        ([2**63], "not_a_number", "[0]"),
        ([[[[[[[1]]]]]]], "too_many_axes", ""),
        ([0] * 5000, "too_many_elements", ""),
    ],
)
def test_what_is_no_tensor_is_refused_with_its_place(values: Any, code: str, place: str) -> None:
    with pytest.raises(InvalidError) as refused:
        typed(values)
    assert refused.value.problem.code == code
    assert place in refused.value.problem.what


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=20,
)


@given(JSON)
def test_any_json_is_a_tensor_or_refused(values: Any) -> None:
    with suppress(InvalidError):
        assert isinstance(typed(values), np.ndarray)


def test_strings_are_read_by_a_reader_of_their_own() -> None:
    assert typed([["a"], ["bc"]], text).tolist() == [["a"], ["bc"]]
    with pytest.raises(InvalidError, match=r"At \[1\] stands something else than a string"):
        typed(["a", 1], text)
