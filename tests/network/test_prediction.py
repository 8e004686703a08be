"""A drawing and a network: every layer's output, and what it means."""

import numpy as np
import pytest

from app.digits.drawing import SWITCHES, prepare
from app.digits.mnist import Mnist, vectors
from app.network.forward import Layer, Network, forward
from app.network.prediction import predict
from app.network.spec import HiddenLayer, Spec

SPEC = Spec(hidden=(HiddenLayer(units=30), HiddenLayer(units=20, activation="tanh")))


@pytest.fixture
def random_network() -> Network:
    random = np.random.default_rng(0)

    def layer(inputs: int, units: int, activation: str) -> Layer:
        kernel, bias = random.normal(0, 0.1, (inputs, units)), random.normal(0, 0.1, units)
        return Layer(kernel.astype(np.float32), bias.astype(np.float32), activation)

    return tuple(layer(*dense) for dense in SPEC.layers)


def test_a_real_digit_is_predicted_as_in_its_batch(random_network: Network, digits: Mnist) -> None:
    batch = forward(random_network, vectors(digits.test.images[:20]))
    for index in range(20):
        prediction = predict(random_network, digits.test.images[index], SWITCHES)
        for activation, layer in zip(prediction.activations, batch, strict=True):
            np.testing.assert_allclose(activation, layer[index], atol=1e-6)


def test_the_label_is_the_most_probable_of_ten(random_network: Network, digits: Mnist) -> None:
    prediction = predict(random_network, digits.test.images[0], SWITCHES)
    assert [len(activation) for activation in prediction.activations] == [30, 20, 10]
    assert prediction.probabilities.sum() == pytest.approx(1, abs=1e-6)
    assert prediction.probabilities[prediction.label] == prediction.probabilities.max()


def test_the_network_sees_what_the_chosen_stages_leave(random_network: Network) -> None:
    canvas = np.zeros((280, 280), np.uint8)
    canvas[20:80, 30:50] = 255
    prediction = predict(random_network, canvas, ("scale",))
    expected = prepare(canvas, ("scale",)).input
    assert np.array_equal(prediction.prepared.input, expected)
    assert np.array_equal(prediction.probabilities, forward(random_network, expected.reshape(1, 784))[-1][0])
