"""Parity is the largest difference to Keras' own step, or says why there is none yet."""

import numpy as np
import pytest

from app.descent.parity import asked, parity
from app.descent.update import update
from app.network.forward import weights
from app.network.keras_step import keras_step
from app.network.spec import SGD, Adagrad, Adam, HiddenLayer, Optimizer, RMSprop, Spec
from tests.descent.steps import step_of

OPTIMIZERS = [SGD(momentum=0.9, nesterov=True), RMSprop(), Adagrad(), Adam()]


@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=str)
def test_keras_makes_the_same_update_from_an_estimated_memory(optimizer: Optimizer) -> None:
    training = step_of(Spec(hidden=(HiddenLayer(units=12),), optimizer=optimizer, batch_size=32), 20)
    assert update(training).memory.origin == "estimated"
    told = parity(training, keras_step(*asked(training)))
    assert told.keras == "ready"
    assert told.max_difference < 1e-5 < told.max_step
    assert told.text.startswith(
        "Keras makes the same update: of 9,550 new weights the largest difference is "
    )


def test_a_difference_is_found_wherever_it_is() -> None:
    training = step_of(Spec(hidden=(), batch_size=32))
    theirs = {name: w.copy() for name, w in weights(update(training).network).items()}
    assert parity(training, theirs).max_difference == 0
    theirs["b1"][7] += np.float32(0.5)
    assert parity(training, theirs).max_difference == pytest.approx(0.5)


def test_units_where_rounding_decides_are_left_out_and_told() -> None:
    training = step_of(Spec(hidden=(HiddenLayer(units=12),), batch_size=32))
    theirs = {name: w.copy() for name, w in weights(update(training).network).items()}
    theirs["W1"][:, 7] += 1
    assert parity(training, theirs).max_difference == pytest.approx(1)
    training.tensor("Z1")[3, 7] = 1e-8
    told = parity(training, theirs)
    assert (told.max_difference, told.left_out) == (0, 1)
    assert "Units left out: 1. For some image" in told.text


def test_without_tensorflow_it_says_so() -> None:
    training = step_of(Spec(hidden=(), batch_size=32))
    assert "loading" in parity(training, "loading").text
    assert parity(training, "unavailable").max_difference is None
