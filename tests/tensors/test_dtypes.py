"""A switch of the dtype is NumPy's, and every value that does not come through is found and explained."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.tensors.dtypes import MOST_EXAMPLES, TYPES, DtypeName, cast, lost
from app.tensors.spelling import Tensor

TENSORS = npst.arrays(
    st.sampled_from([np.int64, np.float64, np.bool_]), npst.array_shapes(min_dims=0, max_dims=4, max_side=4)
)


def exact(value: Any) -> Any:
    """A number as a fraction, so that nothing is rounded to compare it."""
    return Fraction(value) if np.isfinite(value) else str(value)


@given(TENSORS, st.sampled_from([name for name in TYPES if name != "string"]))
def test_exactly_the_values_that_differ_are_counted(tensor: Tensor, name: DtypeName) -> None:
    after = cast(tensor, name)
    pairs = zip(tensor.ravel().tolist(), after.ravel().tolist(), strict=True)
    different = sum(exact(old) != exact(new) for old, new in pairs)
    told = lost(tensor, after)
    assert (told.changed, told.of) == (different, tensor.size)
    assert len(told.examples) == min(different, MOST_EXAMPLES)


@given(TENSORS)
def test_strings_keep_every_number(tensor: Tensor) -> None:
    strings = cast(tensor, "string")
    assert lost(tensor, strings).changed == 0
    if tensor.dtype.kind != "b":
        again = strings.astype(tensor.dtype)
        assert np.array_equal(again, tensor, equal_nan=tensor.dtype.kind == "f")


@pytest.mark.parametrize(
    ("before", "name", "after", "why"),
    [
        (300, "uint8", 44, "300 mod 256 = 44"),
        (-1, "uint8", 255, "-1 mod 256 = 255"),
        (2.7, "int64", 2, "cut off"),
        (-0.5, "uint8", 0, "cut off"),
        (0.1, "float16", 0.0999755859375, "11 binary digits"),
        (70000.0, "float16", "Infinity", "65,504"),
        (1e-8, "float16", 0.0, "nearer to 0"),
        (2**53 + 1, "float64", 2.0**53, "53 binary digits"),
        (5, "bool", True, "Everything but 0"),
        ("False", "bool", True, "but the empty one"),
        ("007", "int64", 7, "another way"),
    ],
)
def test_each_change_has_its_reason(before: Any, name: DtypeName, after: Any, why: str) -> None:
    tensor = np.array([before])
    (change,) = lost(tensor, cast(tensor, name)).examples
    assert (change.place, change.before, change.after) == ((0,), before, after)
    assert why in change.why


def test_a_fraction_beyond_the_end_is_said_to_be_no_answer() -> None:
    tensor = np.array([300.7, np.nan])
    for change in lost(tensor, cast(tensor, "uint8")).examples:
        assert "differs between machines" in change.why


@pytest.mark.parametrize(
    ("string", "name"), [("two", "int64"), ("1.5", "uint8"), ("300", "uint8"), ("x", "float16")]
)
def test_a_string_that_is_no_number_is_refused_with_its_place(string: str, name: DtypeName) -> None:
    with pytest.raises(InvalidError) as refused:
        cast(np.array([["1", "2"], ["3", string]]), name)
    assert refused.value.problem.code == "no_number_in_it"
    assert "a[1, 1]" in refused.value.problem.what
