"""Functions stay exact far from 0."""

import numpy as np

from app.autodiff.operations.functions import MAXIMUM, MINIMUM, SIGMOID


def test_the_sigmoid_neither_overflows_nor_loses_small_probabilities() -> None:
    values = SIGMOID(np.array([-800.0, -40.0, 0.0, 40.0, 800.0]))
    np.testing.assert_allclose(values, [0, np.exp(-40.0), 0.5, 1, 1], rtol=1e-12)


def test_at_a_tie_the_first_takes_everything() -> None:
    g, same = np.array(2.0), np.array(1.0)
    for operation in (MAXIMUM, MINIMUM):
        assert [operation.back(operand, g, same, same, same) for operand in (0, 1)] == [2, 0]
