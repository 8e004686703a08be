"""Whatever comes out that is no ordinary number is explained, once, and nothing else is."""

import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.tensors.operations import OPERATIONS, applied
from app.tensors.surprises import surprises

INF, NAN = np.inf, np.nan
SIDES = npst.array_shapes(min_dims=1, max_dims=2, max_side=4)


def kinds(op: str, *operands: Any) -> dict[str, int]:
    """Kinds of surprise with their number of cells."""
    tensors = tuple(np.array(operand) for operand in operands)
    return {found.kind: found.count for found in surprises(op, tensors, applied(op, *tensors))}


@pytest.mark.parametrize(
    ("op", "operands", "expected"),
    [
        ("divide", ([1, 0, -1, 6], [0, 0, 0, 3]), {"zero_by_zero": 1, "division_by_zero": 2}),
        ("floor_divide", ([5, 0, 7], [0, 0, 2]), {"integer_division_by_zero": 2}),
        ("floor_divide", ([5.0, 0.0], [0, 0]), {"zero_by_zero": 1, "division_by_zero": 1}),
        ("mod", ([5, 5], [0, 3]), {"integer_division_by_zero": 1}),
        ("mod", ([5.0, 5.0], [0, 3]), {"remainder_by_zero": 1}),
        ("log", ([-1.0, 0.0, 2.0],), {"logarithm_of_negative": 1, "logarithm_of_zero": 1}),
        ("power", ([-8.0, 0.0, 4.0], [0.5, -1, 0.5]), {"root_of_negative": 1, "zero_to_a_negative_power": 1}),
        ("exp", ([1, 1000, -1000],), {"overflow": 1}),
        ("multiply", (1e200, 1e200), {"overflow": 1}),
        ("multiply", ([2**40, 3], [2**40, 3]), {"integer_overflow": 1}),
        ("add", (2**63 - 1, 1), {"integer_overflow": 1}),
        ("add", (2**63 - 2, 1), {}),
        ("power", ([10, 10], [18, 19]), {"integer_overflow": 1}),
        ("subtract", (INF, INF), {"undecided": 1}),
        ("add", ([NAN, 1.0], 1.0), {"nan_passed_on": 1}),
        ("equal", (NAN, NAN), {"nan_passed_on": 1}),
        ("power", (NAN, 0), {}),
        ("relu", ([-1, 1],), {}),
        ("sigmoid", ([-1000.0],), {}),
        ("sigmoid", ([-(2**63), 1 - 2**63],), {"no_opposite": 1}),
        ("sigmoid", (-(2.0**63),), {}),
        ("divide", (INF, 2.0), {}),
    ],
)
def test_each_law_is_found_where_it_holds(op: str, operands: Any, expected: dict[str, int]) -> None:
    assert kinds(op, *operands) == expected


def test_the_first_cell_of_a_kind_is_named() -> None:
    a, b = np.ones((2, 3)), np.array([1, 0, 1])
    (found,) = surprises("divide", (a, b), applied("divide", a, b))
    assert (found.first, found.count) == ((0, 1), 2)


@given(st.sampled_from(sorted(OPERATIONS)), SIDES, st.data())
def test_every_warning_of_numpy_and_every_nan_is_explained(op: str, shape: Any, data: st.DataObject) -> None:
    elements = st.sampled_from([0.0, -0.0, 1.0, -2.5, 1e300, INF, -INF, NAN])
    operands = tuple(
        data.draw(npst.arrays(float, shape, elements=elements)) for _ in range(OPERATIONS[op].takes)
    )
    found = list(surprises(op, operands, applied(op, *operands)))
    result = applied(op, *operands)
    unexpected = np.isnan(result) | (np.isinf(result) & np.all([np.isfinite(x) for x in operands], axis=0))
    assert sum(each.count for each in found) >= unexpected.sum()
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        OPERATIONS[op].apply(*operands)
    assert found or op == "sigmoid" or not [w for w in warned if "invalid" in str(w.message)]
