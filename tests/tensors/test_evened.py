"""Lists that are no tensor are changed a little, until they are one."""

from typing import Any

import pytest

from app.tensors.evened import evened


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([[1, 2], [3]], [("fill up with 0", [[1, 2], [3, 0]]), ("cut to the shortest", [[1], [3]])]),
        (
            [[[1], [2, 3]], [[4]]],
            [
                ("fill up with 0", [[[1, 0], [2, 3]], [[4, 0], [0, 0]]]),
                ("cut to the shortest", [[[1]], [[4]]]),
            ],
        ),
        ([1, "two"], [("make strings of all", ["1", "two"])]),
        ([1, [2]], []),
        ([[], [1]], [("fill up with 0", [[0], [1]])]),
        ([None], []),
    ],
)
def test_only_what_then_is_a_tensor_is_offered(values: Any, expected: Any) -> None:
    assert list(evened(values)) == expected
