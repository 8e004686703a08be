"""A picture shows numbers at even distances, and a window all around one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tensors.heat import LONGEST_SIDE, heat, strongest_place, window

SHAPES = st.sampled_from([(), (1,), (10,), (512,), (128, 10), (784, 512), (49, 1), (96, 97)])


@given(SHAPES, st.integers(0, 99))
def test_each_cell_is_the_first_number_of_its_block(shape: tuple[int, ...], seed: int) -> None:
    tensor = np.random.default_rng(seed).normal(size=shape)
    shown = heat(tensor)
    cells = np.array(shown.values)
    assert max(cells.shape) <= LONGEST_SIDE
    firsts = np.empty(cells.shape)
    for row, column in np.ndindex(cells.shape):
        corner = (row * shown.block[0], column * shown.block[1])[2 - tensor.ndim :]
        firsts[row, column] = tensor[corner]
        strongest = tensor[strongest_place(tensor, corner, shown.block)]
        block = tuple(
            slice(at, at + side) for at, side in zip(corner, shown.block[2 - tensor.ndim :], strict=True)
        )
        assert abs(strongest) == np.abs(tensor[block]).max()
    np.testing.assert_allclose(cells, firsts, rtol=0.006)
    assert (shown.low, shown.high) == (tensor.min(), tensor.max())
    assert (shown.preview is None) == (tensor.size == cells.size)


def test_a_preview_says_what_it_leaves_out() -> None:
    assert heat(np.zeros((784, 512))).preview == "the first of 17 rows and of 11 columns"
    assert heat(np.zeros(512)).preview == "the first of each 11 numbers"
    assert heat(np.zeros((128, 10))).preview == "the first of 3 rows"
    assert heat(np.zeros((10, 10))).preview is None


def test_what_is_no_number_travels_as_a_word() -> None:
    assert heat(np.array([1.0, np.nan, -np.inf])).values == [[1.0, "NaN", "-Infinity"]]


@pytest.mark.parametrize(("place", "origin"), [((0, 0), (0, 0)), ((50, 50), (47, 47)), ((99, 3), (93, 0))])
def test_a_window_stays_inside(place: tuple[int, int], origin: tuple[int, int]) -> None:
    tensor = np.arange(10_000).reshape(100, 100)
    shown = window(tensor, place)
    assert shown.origin == origin
    assert shown.values == tensor[origin[0] : origin[0] + 7, origin[1] : origin[1] + 7].tolist()


def test_a_small_tensor_is_its_own_window() -> None:
    assert window(np.arange(3), (2,)).values == [[0, 1, 2]]
    assert window(np.asarray(5.0), ()).values == [[5.0]]
