"""The check tells how far three answers are apart."""

import math

import numpy as np

from app.autodiff.check import LOADING, check

OURS = {"w": np.array(3.0), "b": np.array([1.0, math.inf, math.nan])}
MEASURED = {"w": np.array(3.5)}


def test_the_largest_difference_is_found_among_all_numbers() -> None:
    theirs = {"w": np.array(3.0), "b": np.array([1.25, math.inf, math.nan])}
    found = check(OURS, theirs, MEASURED)
    assert (found.max_difference, found.max_measured_difference) == (0.25, 0.5)
    assert found.tensorflow == {"w": 3.0, "b": [1.25, "Infinity", "NaN"]}


def test_until_tensorflow_is_there_it_is_loading() -> None:
    found = check(OURS, None, MEASURED)
    assert (found.tensorflow, found.max_difference) == (LOADING, None)
    assert found.finite_difference == {"w": 3.5}


def test_an_infinity_against_a_number_is_an_infinite_difference() -> None:
    found = check(OURS, {"b": np.zeros(3)}, {})
    assert math.isnan(found.max_difference or 0) or found.max_difference == math.inf
    assert found.max_measured_difference is None
