"""A picture shows what is strongest, and a window the exact numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.tensors.heat import LONGEST_SIDE, heat, strongest_place, window

SHAPES = st.sampled_from([(), (1,), (10,), (512,), (128, 10), (784, 512), (49, 1), (96, 97)])


@given(SHAPES, st.integers(0, 99))
def test_each_cell_is_the_number_farthest_from_zero_of_its_block(shape: tuple[int, ...], seed: int) -> None:
    tensor = np.random.default_rng(seed).normal(size=shape)
    shown = heat(tensor)
    cells = np.array(shown.values)
    assert max(cells.shape) <= LONGEST_SIDE
    for row, column in np.ndindex(cells.shape):
        corner = (row * shown.block[0], column * shown.block[1])[2 - tensor.ndim :]
        strongest = tensor[strongest_place(tensor, corner, shown.block)]
        assert cells[row, column] == pytest.approx(strongest, rel=0.006)
    assert np.abs(cells).max() == pytest.approx(np.abs(tensor).max(), rel=0.006)
    assert (shown.low, shown.high) == (tensor.min(), tensor.max())
    assert (shown.preview is None) == (tensor.size == cells.size)


def test_a_preview_says_what_it_leaves_out() -> None:
    assert heat(np.zeros((784, 512))).preview == "each cell is the number farthest from 0 of 17 × 11"
    assert heat(np.zeros(512)).preview == "each cell is the number farthest from 0 of 11"
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
