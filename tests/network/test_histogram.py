"""Every finite number is in one bin, between ends that seldom move."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.network.histogram import BINS, histogram, round_end


@given(npst.arrays(np.float32, st.integers(1, 50), elements=st.floats(-1e6, 1e6, width=32)))
def test_every_number_is_in_a_bin(values: np.ndarray) -> None:
    spread = histogram(values)
    assert spread.counts.sum() == len(values)
    assert spread.low <= spread.minimum <= spread.maximum <= spread.high
    assert spread.low in (0, -spread.high)


def test_it_is_numpys_own_histogram() -> None:
    values = np.random.default_rng(0).normal(0, 0.05, 5000)
    spread = histogram(values)
    expected, _ = np.histogram(values, BINS, (spread.low, spread.high))
    assert np.array_equal(spread.counts, expected)
    assert (spread.mean, spread.deviation) == pytest.approx((values.mean(), values.std()))


@pytest.mark.parametrize(
    ("size", "end"), [(0, 1), (0.05, 0.05), (0.051, 0.1), (3, 5), (5.1, 10), (1e-7, 1e-7), (0.3, 0.5)]
)
def test_the_ends_are_round(size: float, end: float) -> None:
    assert round_end(size) == end


def test_what_is_not_finite_is_left_out_and_counted() -> None:
    spread = histogram(np.array([np.nan, np.inf, 1, 2]))
    assert (spread.left_out, spread.counts.sum(), spread.minimum) == (2, 2, 1)
    nothing = histogram(np.array([np.nan]))
    assert (nothing.left_out, nothing.counts.sum()) == (1, 0)
    assert math.isnan(nothing.mean)
