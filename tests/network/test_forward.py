"""NumPy's forward pass against Keras'."""

import numpy as np
import pytest

from app.digits.mnist import Mnist, vectors
from app.network.backend import keras
from app.network.forward import (
    ACTIVATIONS,
    Layer,
    Network,
    cross_entropy,
    forward,
    network,
    softmax,
    weights,
)
from app.network.model import build
from app.network.spec import HiddenLayer, Spec

ARCHITECTURES = {
    "none": (),
    "the chapter": (HiddenLayer(),),
    "all kinds": (
        HiddenLayer(units=40, activation="relu"),
        HiddenLayer(units=30, activation="tanh"),
        HiddenLayer(units=20, activation="sigmoid"),
        HiddenLayer(units=12, activation="relu"),
    ),
}


def built(spec: Spec) -> tuple[keras.Model, Network]:
    """A Keras model with lively weights, and the same in NumPy."""
    model = build(spec)
    random = np.random.default_rng(0)
    model.set_weights([w + random.normal(0, 0.05, w.shape).astype(np.float32) for w in model.get_weights()])
    names = [f"{name}{i}" for i in range(1, len(model.layers) + 1) for name in "Wb"]
    return model, network(spec, dict(zip(names, model.get_weights(), strict=True)))


@pytest.mark.parametrize("hidden", ARCHITECTURES.values(), ids=ARCHITECTURES)
def test_every_layer_gives_what_keras_gives(hidden: tuple[HiddenLayer, ...], digits: Mnist) -> None:
    model, layers = built(Spec(hidden=hidden))
    x = vectors(digits.test.images[:64])
    expected = x
    for layer, output in zip(model.layers, forward(layers, x), strict=True):
        expected = layer(expected)
        assert output.dtype == np.float32
        np.testing.assert_allclose(output, expected, atol=1e-5)


def test_the_weights_of_a_network_come_back_by_name() -> None:
    spec = Spec(hidden=(HiddenLayer(units=3),))
    named = {f"{kind}{i}": np.full(i, i, np.float32) for i in (1, 2) for kind in "Wb"}
    assert weights(network(spec, named)) == named


def test_a_layer_is_the_chapters_formula() -> None:
    kernel, bias = np.array([[1, -1], [2, 1]], np.float32), np.array([0.5, -4], np.float32)
    (output,) = forward((Layer(kernel, bias, "relu"),), np.array([[1, 2]], np.float32))
    assert output.tolist() == [[5.5, 0]]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_no_activation_overflows(name: str) -> None:
    output = ACTIVATIONS[name](np.array([[-1e4, -100, 0, 100, 1e4]], np.float32))
    assert output.dtype == np.float32
    assert np.isfinite(output).all()


def test_softmax_gives_probabilities_that_sum_to_1() -> None:
    x = np.random.default_rng(0).normal(0, 30, (100, 10)).astype(np.float32)
    np.testing.assert_allclose(softmax(x).sum(axis=-1), 1, rtol=1e-6)


def test_the_loss_of_a_hopeless_answer_is_large_but_finite() -> None:
    logits = np.array([[0, 1000], [0, 0]], np.float32)
    np.testing.assert_allclose(cross_entropy(logits, np.array([0, 1], np.uint8)), [1000, np.log(2)])
