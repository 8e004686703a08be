"""Lists that are no tensor are changed a little, until they are one."""

import math
from typing import Any

import pytest

from app.tensors.entries import Entries
from app.tensors.evened import evened
from app.tensors.operand import Operand


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            [[1, 2], [3]],
            [
                ("fill up with 0", [[1, 2], [3, 0]]),
                ("cut to the shortest", [[1], [3]]),
            ],
        ),
        (
            [[[1], [2, 3]], [[4]]],
            [
                ("fill up with 0", [[[1, 0], [2, 3]], [[4, 0], [0, 0]]]),
                ("cut to the shortest", [[[1]], [[4]]]),
            ],
        ),
        ([1, "two"], [("make strings of all", ["1", "two"]), ("make numbers of all", [1, "NaN"])]),
        ([[1], [[2]]], [("all along one axis", [1, 2])]),
        ([[], [1]], [("fill up with 0", [[0], [1]])]),
        ([None, 2**63], [("make numbers of all", ["NaN", 2.0**63])]),
        ([-math.inf, True, -(10**400)], [("make numbers of all", ["-Infinity", 1, "-Infinity"])]),
        ([[[[[[[3]]]]]]], [("all along one axis", [3])]),
        ([1, {"x": 2}], [("make numbers of all", [1, "NaN"])]),
    ],
)
def test_only_what_then_is_a_tensor_is_offered(values: Any, expected: Any) -> None:
    assert [(title, way.values) for title, way in evened(Entries(values=values))] == expected


def test_numbers_are_offered_no_strings() -> None:
    assert [title for title, _ in evened(Operand(values=[1, "two"]))] == ["make numbers of all"]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ((2, -3), (2, 3)),
        ((9, 1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6)),
        ((10**4000, 2), (32_768, 2)),
        ((0, 10**9), (0, 65_536)),
    ],
)
def test_a_shape_is_brought_within_the_limits(shape: Any, expected: Any) -> None:
    assert [way.shape for _, way in evened(Operand(shape=shape))] == [expected]
