"""The least change that turns one answer into another."""

import numpy as np
import pytest

from app.digits.mnist import Bytes, Mnist, vectors
from app.network.flip import INK, flip
from app.network.forward import Layer, Network, forward, network
from app.network.spec import Spec
from app.runs.recorded import RecordedFiles


@pytest.fixture(scope="module")
def trained() -> Network:
    """The recorded network at its end."""
    return network(Spec(), RecordedFiles().snapshot(2345))


def asked(layers: Network, pixels: Bytes) -> int:
    """The answer to whole pixels."""
    return int(forward(layers, vectors(pixels[np.newaxis]))[-1].argmax())


def size(pixels: Bytes, changed: Bytes) -> float:
    return float(np.linalg.norm((changed.astype(float) - pixels) / 255))


def test_a_small_change_makes_another_digit(trained: Network, digits: Mnist) -> None:
    for pixels in digits.test.images[:10].reshape(10, 784):
        found = flip(trained, pixels, 1)
        assert found
        assert found.before == asked(trained, pixels)
        assert found.after == asked(trained, found.pixels) != found.before
        assert 0 < size(pixels, found.pixels) < 3


def test_what_was_flipped_can_be_flipped_again_though_rounding_swallows_the_way(
    trained: Network, digits: Mnist
) -> None:
    for pixels in digits.test.images[10:30].reshape(20, 784):
        there = flip(trained, pixels, 1)
        assert there
        back = flip(trained, there.pixels, 1)
        assert back
        assert back.before == there.after != back.after


def test_any_class_can_be_asked_for(trained: Network, digits: Mnist) -> None:
    pixels = digits.test.images[0].reshape(784)
    found = [flip(trained, pixels, 1, label) for label in range(10)]
    assert [flipped and flipped.after for flipped in found] == list(range(10))
    assert all(flipped and asked(trained, flipped.pixels) == flipped.after for flipped in found)


def test_between_two_flat_classes_it_is_the_distance_to_their_boundary() -> None:
    kernel = np.zeros((784, 10), np.float32)
    kernel[:4, 1] = 1
    bias = np.full(10, -9, np.float32)
    bias[:2] = (1, 0)
    layers = (Layer(kernel, bias, "softmax"),)
    found = flip(layers, np.zeros(784, np.uint8), 1)
    assert found
    assert (found.before, found.after) == (0, 1)
    assert found.pixels[:4].tolist() == [64] * 4  # 4 × 64 / 255 is just more than 1
    assert not found.pixels[4:].any()


def test_pixels_that_are_not_scaled_are_changed_in_their_own_unit(trained: Network, digits: Mnist) -> None:
    pixels = digits.test.images[0].reshape(784)
    found = flip(trained, pixels, INK)
    assert found
    answers = forward(trained, np.stack([pixels, found.pixels]).astype(np.float32))[-1].argmax(axis=-1)
    assert answers.tolist() == [found.before, found.after]
    assert found.before != found.after


@pytest.mark.parametrize("filling", [0, np.nan])
def test_a_network_that_looks_at_nothing_cannot_be_moved(filling: float) -> None:
    deaf = (Layer(np.full((784, 10), filling, np.float32), np.arange(10, dtype=np.float32), "softmax"),)
    assert flip(deaf, np.zeros(784, np.uint8), 1) is None
