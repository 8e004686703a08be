"""The gradient of a score with respect to the pixels, against differences and against TensorFlow."""

import numpy as np
import pytest

from app.digits.mnist import Mnist, vectors
from app.network.backend import tf
from app.network.forward import Layer, Network, before_softmax, forward
from app.network.gradient import DERIVATIVES, score_gradients
from app.network.spec import HiddenActivation, HiddenLayer, Spec

NUDGE = 1e-6

ALL_KINDS: tuple[HiddenActivation, ...] = ("relu", "sigmoid", "tanh")


def random_network(dtype: type, *activations: HiddenActivation) -> Network:
    """Layers of 20 units with lively weights."""
    random = np.random.default_rng(0)
    spec = Spec(hidden=tuple(HiddenLayer(units=20, activation=name) for name in activations))
    return tuple(
        Layer(
            random.normal(0, 0.2, (inputs, units)).astype(dtype),
            random.normal(0, 0.2, units).astype(dtype),
            activation,
        )
        for inputs, units, activation in spec.layers
    )


@pytest.mark.parametrize("hidden", [(), *((kind,) for kind in ALL_KINDS), ALL_KINDS])
def test_it_is_what_central_differences_measure(hidden: tuple[HiddenActivation, ...], digits: Mnist) -> None:
    layers = random_network(np.float64, *hidden)
    x = vectors(digits.test.images[:1])[0].astype(np.float64)
    scores, gradients = score_gradients(layers, x)
    assert gradients.shape == (10, 784)
    assert np.allclose(scores, forward(before_softmax(layers), x[np.newaxis])[-1][0])
    pixels = range(180, 600, 35)
    nudges = NUDGE * np.eye(784)[pixels]
    above, below = (forward(before_softmax(layers), x + sign * nudges)[-1] for sign in (1, -1))
    np.testing.assert_allclose(gradients[:, pixels].T, (above - below) / (2 * NUDGE), atol=1e-7)


def test_it_is_what_tensorflow_computes(digits: Mnist) -> None:
    layers = random_network(np.float32, *ALL_KINDS)
    (x,) = vectors(digits.test.images[:1])
    batch = tf.constant(x[np.newaxis])
    with tf.GradientTape() as tape:
        tape.watch(batch)
        out = batch
        for layer in layers[:-1]:
            out = getattr(tf.nn, layer.activation)(out @ layer.kernel + layer.bias)
        scores = out @ layers[-1].kernel + layers[-1].bias
    expected = tape.jacobian(scores, batch)[0, :, 0]
    np.testing.assert_allclose(score_gradients(layers, x)[1], expected, atol=1e-5)


@pytest.mark.parametrize("name", DERIVATIVES)
def test_each_derivative_keeps_the_kind_of_its_numbers(name: str) -> None:
    assert DERIVATIVES[name](np.ones(3, np.float32)).dtype == np.float32


def test_a_network_that_left_the_numbers_has_scores_and_gradients_without_a_warning() -> None:
    for weight in (np.nan, np.inf, np.finfo(np.float32).max):
        lost = tuple(
            Layer(np.full((n, 10), weight, np.float32), np.zeros(10, np.float32), kind)
            for n, kind in ((784, "relu"), (10, "softmax"))
        )
        scores, gradients = score_gradients(lost, np.ones(784, np.float32))
        assert not np.isfinite(scores).any()
        assert gradients.shape == (10, 784)
