"""The gradients are those of tf.GradientTape and of differences, for any layers."""

from typing import Any

import numpy as np
import pytest

from app.digits.mnist import Mnist, vectors
from app.network.backend import keras, tf
from app.network.backward import backward_pass, forward_pass, gradients
from app.network.forward import network, weights
from app.network.model import build
from app.network.spec import HiddenLayer, Spec

HIDDEN = [
    HiddenLayer(units=units, activation=name) for units, name in ((24, "relu"), (12, "tanh"), (8, "sigmoid"))
]


@pytest.mark.parametrize("count", range(4))
def test_every_tensor_is_that_of_keras_and_its_tape(digits: Mnist, count: int) -> None:
    spec = Spec(hidden=tuple(HIDDEN[:count]), seed=count)
    model = build(spec)
    names = [f"{name}{i}" for i in range(1, count + 2) for name in "Wb"]
    ours = network(spec, dict(zip(names, model.get_weights(), strict=True)))
    x, y = vectors(digits.train.images[:100]), digits.train.labels[:100]
    with tf.GradientTape() as tape:
        loss = keras.losses.SparseCategoricalCrossentropy()(y, model(x))
    expected = tape.gradient(loss, model.trainable_variables)
    tensors = forward_pass(ours, x, y)
    assert tensors["loss"] == pytest.approx(loss.numpy(), abs=1e-6)
    for (name, gradient), theirs in zip(gradients(ours, x, y).items(), expected, strict=True):
        assert gradient.shape == tensors[name].shape
        np.testing.assert_allclose(gradient, theirs.numpy(), atol=1e-6)
    backward = backward_pass(ours, tensors)
    assert all(gradient.dtype == np.float32 for gradient in backward.values())
    assert all(gradient.shape == tensors[name[1:]].shape for name, gradient in backward.items())


def test_a_hidden_gradient_is_what_a_nudge_of_it_does_to_the_loss(digits: Mnist) -> None:
    spec = Spec(hidden=tuple(HIDDEN[1:2]))
    ours = network(spec, dict(zip(("W1", "b1", "W2", "b2"), build(spec).get_weights(), strict=True)))
    x, y = vectors(digits.train.images[:4]), digits.train.labels[:4]
    tensors = forward_pass(ours, x, y)
    hidden: Any = tensors["A1"].astype(np.float64)
    nudge = np.zeros_like(hidden)
    nudge[2, 5] = 1e-4
    output = network(Spec(hidden=()), {"W1": weights(ours)["W2"], "b1": weights(ours)["b2"]})
    losses = [float(forward_pass(output, hidden + change, y)["losses"].mean()) for change in (nudge, -nudge)]
    assert backward_pass(ours, tensors)["dA1"][2, 5] == pytest.approx(
        (losses[0] - losses[1]) / 2e-4, rel=1e-3
    )
