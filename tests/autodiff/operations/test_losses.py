"""The cross-entropy is Keras' categorical one, also where a label is 0."""

import numpy as np
import pytest

from app.autodiff.operations.losses import CROSS_ENTROPY
from app.network.backend import keras

LABELS = np.array([[0.0, 1.0, 0.0], [0.5, 0.25, 0.25]])
PROBABILITIES = np.array([[0.2, 0.7, 0.1], [0.3, 0.3, 0.4]])


def test_it_is_keras_mean_over_the_rows() -> None:
    theirs = keras.losses.CategoricalCrossentropy(dtype="float64")(LABELS, PROBABILITIES)
    assert CROSS_ENTROPY(LABELS, PROBABILITIES) == pytest.approx(float(theirs))
    alone = keras.losses.CategoricalCrossentropy(dtype="float64")(LABELS[:1], PROBABILITIES[:1])
    assert CROSS_ENTROPY(LABELS[0], PROBABILITIES[0]) == pytest.approx(float(alone))


def test_a_certain_and_right_prediction_costs_nothing() -> None:
    certain = np.array([0.0, 1.0, 0.0])
    y = CROSS_ENTROPY(certain, certain)
    assert y == 0
    gradients = [CROSS_ENTROPY.back(operand, np.array(1.0), y, certain, certain) for operand in (0, 1)]
    np.testing.assert_array_equal(gradients, [[0, 0, 0], [0, -1, 0]])


def test_a_certain_and_wrong_prediction_costs_infinitely_much() -> None:
    assert CROSS_ENTROPY(np.array([1.0, 0.0]), np.array([0.0, 1.0])) == np.inf
