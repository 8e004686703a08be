"""The nearest digits are those that a search by hand finds."""

import numpy as np

from app.digits.mnist import Mnist, vectors
from app.network.forward import Layer, forward
from app.network.neighbours import BLOCK, affordable, features, nearest


def hidden_and_output() -> tuple[Layer, Layer]:
    random = np.random.default_rng(0)
    kernels = (random.normal(0, 0.1, shape).astype(np.float32) for shape in ((784, 16), (16, 10)))
    hidden, output = (Layer(kernel, np.zeros(kernel.shape[1], np.float32), "relu") for kernel in kernels)
    return hidden, output


def silent(units: int) -> Layer:
    return Layer(np.zeros((784, units), np.float32), np.zeros(units, np.float32), "relu")


def test_a_training_digit_is_nearest_to_itself(digits: Mnist) -> None:
    images = digits.train.images[: BLOCK + 50]
    x = vectors(images)
    for see in (features(()), features(hidden_and_output())):
        found = nearest(x[BLOCK + 7], images, 5, see)
        assert found.indices[0] == BLOCK + 7
        assert found.distances[0] < 1e-4
        expected = np.linalg.norm(see(x) - see(x[BLOCK + 7 : BLOCK + 8]), axis=1)
        assert found.searched == len(images)
        assert np.array_equal(found.indices, np.argsort(expected)[:5])
        np.testing.assert_allclose(found.distances, np.sort(expected)[:5], rtol=1e-5, atol=1e-4)


def test_the_network_sees_through_its_last_hidden_layer(digits: Mnist) -> None:
    layers, x = hidden_and_output(), vectors(digits.train.images[:3])
    assert np.array_equal(features(layers)(x), forward(layers, x)[0])


def test_a_large_network_looks_at_fewer_digits() -> None:
    chapter, large = ((silent(units),) for units in (512, 40_000))
    assert affordable(chapter, 60_000) == 60_000
    assert 0 < affordable(large, 60_000) < 1000
