"""Two affine maps in a row are one, and what is not affine is found out."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.tensors.affine import GRID, GRID_CODE, Affine, bend

NUMBERS = st.floats(-10, 10, allow_subnormal=False)
AFFINE = st.builds(
    Affine, npst.arrays(float, (2, 2), elements=NUMBERS), npst.arrays(float, 2, elements=NUMBERS)
)


def test_the_grid_is_what_its_lines_of_code_make() -> None:
    names: dict[str, Any] = {"np": np}
    exec(GRID_CODE, names)
    assert np.array_equal(names["points"], GRID.reshape(-1, 2))


@given(AFFINE, AFFINE)
def test_one_map_does_what_two_in_a_row_do(first: Affine, second: Affine) -> None:
    assert np.allclose(first.then(second).of(GRID), second.of(first.of(GRID)))


@given(AFFINE)
def test_the_determinant_is_numpys(affine: Affine) -> None:
    assert np.isclose(affine.determinant, np.linalg.det(affine.W), atol=1e-9)


def test_a_rounding_error_is_no_area() -> None:
    assert Affine(np.array([[0.1, 0.3], [0.1 * 3, 0.3 * 3]]), np.zeros(2)).determinant == 0


@given(AFFINE)
def test_no_bend_is_found_in_an_affine_map(affine: Affine) -> None:
    assert bend(affine.of) is None


@given(AFFINE)
def test_a_bend_is_three_points_in_a_row_whose_middle_leaves_the_line(affine: Affine) -> None:
    found = bend(lambda points: np.maximum(affine.of(points), 0))
    changes = np.sign(affine.of(GRID))
    if found is None:
        assert not np.any((changes[:-2] == -changes[2:]) & (np.abs(affine.of(GRID)[1:-1]) > 1e-6))
        return
    (start, middle, end), (image, landed, other) = found
    assert np.array_equal(middle, (start + end) / 2)
    assert not np.allclose(landed, (image + other) / 2, rtol=0, atol=1e-12)
