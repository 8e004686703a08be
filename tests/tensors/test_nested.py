"""A nested list becomes the tensor that NumPy would make of it, or its first misfit is named."""

import json
import math
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.tensors.nested import leaves, string, typed
from app.tensors.spelling import Tensor, words

DEEP = json.loads("[" * 900 + "1" + "]" * 900)
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
        ([[1, 2], [3]], "ragged", "a[1] is a list of 1"),
        ([[1, 2], 3], "ragged", "a[1] is a single entry"),
        ([1, [2]], "ragged", "a[1] is a list of 1"),
        ([[1], [[2]]], "ragged", "a[1][0] is a list of 1"),
        ([1, "two"], "not_a_number", "a[1] is a string"),
        ([None], "not_a_number", "a[0] is null"),
        ({"x": 1}, "not_a_number", "a is an object"),
        ([1, True], "not_a_number", "a[1] is a boolean"),
        ([True, 1], "not_a_boolean", "a[1] is a number"),
        ([math.nan], "not_a_number", "a[0] is NaN without quotes"),
        ([1, -math.inf], "too_large_for_float64", "a[1] is too large for float64"),
        ([2**63], "too_large_for_int64", "a[0]"),
        ([0, -(10**4000)], "too_large_for_int64", "a[1]"),
        ({"x": DEEP}, "not_a_number", "a is an object"),
        ([1, DEEP], "ragged", "a[1] is a list of 1"),
        (DEEP, "too_many_axes", "900 axes"),
        ([[[[[[[1]]]]]]], "too_many_axes", ""),
        ([0] * 5000, "too_many_elements", ""),
    ],
)
def test_what_is_no_tensor_is_refused_with_its_place(values: Any, code: str, place: str) -> None:
    with pytest.raises(InvalidError) as refused:
        typed(values, "a")
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
    assert typed([["a"], ["bc"]], read=string).tolist() == [["a"], ["bc"]]
    with pytest.raises(InvalidError, match=r"values\[1\] is a number that does not go with strings"):
        typed(["a", 1], read=string)


def test_leaves_come_in_their_order_from_any_depth() -> None:
    assert list(leaves([1, [[2], 3], [], DEEP])) == [1, 2, 3, 1]
