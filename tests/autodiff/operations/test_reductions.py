"""Reductions: a softmax stays a distribution, and moves no mass in sum."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.autodiff.operations.reductions import MEAN, SOFTMAX

ROWS = npst.arrays(np.float64, (2, 3), elements=st.floats(-1000, 1000))


@given(ROWS, ROWS)
def test_probabilities_sum_to_1_and_their_gradients_to_0(scores: np.ndarray, upstream: np.ndarray) -> None:
    probabilities = SOFTMAX(scores)
    np.testing.assert_allclose(probabilities.sum(axis=-1), 1)
    gradient = SOFTMAX.back(0, upstream, probabilities, scores)
    np.testing.assert_allclose(gradient.sum(axis=-1), 0, atol=1e-9)


def test_each_number_of_a_mean_has_its_share() -> None:
    x = np.ones((2, 3))
    assert MEAN.back(0, np.array(6.0), MEAN(x), x).tolist() == [[1, 1, 1], [1, 1, 1]]
