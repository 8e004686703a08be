"""Every rule is Keras' optimizer, update by update."""

from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.descent.optimizers import Name, Optimizer
from app.network.backend import keras

NAMES = get_args(Name)
# Keras keeps its settings, and constants such as the 0.1 of Adagrad, in 32 bits, whatever the variable has.
SHARE = st.floats(0.0625, 0.9375, width=32)
RATE = st.floats(2**-10, 2, width=32)
GRADIENTS = st.lists(st.tuples(st.floats(-10, 10), st.floats(-1e-3, 1e-3)), min_size=1, max_size=20)
START = [1.5, -0.5]
TOLERANCE = 1e-6


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=12, deadline=None)
@given(rate=RATE, share=SHARE, gradients=GRADIENTS)
def test_each_update_is_that_of_keras(
    name: Name, rate: float, share: float, gradients: list[tuple[float, ...]]
) -> None:
    ours = Optimizer(name=name, learning_rate=rate, momentum=share, rho=share, beta_1=share, beta_2=share)
    theirs, w = eval(ours.keras, {"keras": keras}), keras.Variable(START, dtype="float64")
    way = ours.way(np.array(START))
    assert next(way).tolist() == START
    for gradient in gradients:
        theirs.apply([keras.ops.convert_to_tensor(gradient, "float64")], [w])
        assert way.send(np.array(gradient)) == pytest.approx(w.numpy(), rel=TOLERANCE, abs=TOLERANCE)


@pytest.mark.parametrize("name", NAMES)
def test_the_usual_settings_are_those_of_keras(name: Name) -> None:
    ours, theirs = Optimizer(name=name), eval(Optimizer(name=name).keras, {"keras": keras})
    usual = type(theirs)().get_config()
    for setting, value in ours.settings.items():
        assert setting in {"learning_rate", "momentum"} or usual[setting] == value


def test_the_forgotten_line_makes_the_loop_a_faster_sgd() -> None:
    steps = np.random.default_rng(0).normal(size=(20, 2))
    forgetful = Optimizer(name="loop_as_written", learning_rate=0.2, momentum=0.1).way(np.zeros(2))
    faster = Optimizer(name="sgd", learning_rate=0.2 * 1.1).way(np.zeros(2))
    next(forgetful), next(faster)
    for gradient in steps:
        assert forgetful.send(gradient) == pytest.approx(faster.send(gradient), rel=1e-12)
