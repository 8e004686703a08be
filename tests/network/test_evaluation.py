"""All answers to the test digits, against Keras' and against a count by hand."""

import numpy as np
import pytest

from app.digits.mnist import Mnist, Split, vectors
from app.network.evaluation import BLOCK, Evaluation, evaluate
from app.network.forward import Floats, Layer, Network, forward, network
from app.network.model import build
from app.network.spec import HiddenLayer, Spec

NONE = np.zeros((10, 1), np.float32)
SPEC = Spec(hidden=(HiddenLayer(units=16),))


@pytest.fixture(scope="module")
def some(digits: Mnist) -> Split:
    """Test digits that do not fill their last block."""
    return Split(digits.test.images[: BLOCK + 7], digits.test.labels[: BLOCK + 7])


def test_loss_and_accuracy_are_those_of_keras(some: Split) -> None:
    model = build(SPEC)
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    weights = dict(zip(("W1", "b1", "W2", "b2"), model.get_weights(), strict=True))
    judgement = evaluate(network(SPEC, weights), some)
    expected = model.evaluate(vectors(some.images), some.labels, verbose=0)
    assert (judgement.loss, judgement.accuracy) == pytest.approx(expected, abs=1e-5)


def test_every_image_has_its_answer(some: Split) -> None:
    layers = linear()
    judgement = evaluate(layers, some)
    probabilities = forward(layers, vectors(some.images))[-1]
    assert np.array_equal(judgement.predicted, probabilities.argmax(axis=-1))
    np.testing.assert_allclose(judgement.probabilities, probabilities.max(axis=-1), rtol=1e-5)


def test_the_activity_of_a_class_is_the_mean_over_its_images(some: Split) -> None:
    layers = network(SPEC, {"W2": np.zeros((16, 10), np.float32), "b2": NONE[:, 0], **first_layer()})
    hidden = forward(layers, vectors(some.images))[0]
    activity = evaluate(layers, some).activity
    assert activity.shape == (10, 16)
    for label in range(10):
        np.testing.assert_allclose(activity[label], hidden[some.labels == label].mean(axis=0), rtol=1e-4)


def test_confusion_and_mistakes_count_the_same() -> None:
    labels, predicted = np.array([0, 1, 1, 1, 9], np.uint8), np.array([0, 2, 1, 2, 1], np.uint8)
    judgement = Evaluation(labels, predicted, np.array([0.9, 0.5, 0.8, 0.7, 0.6], np.float32), 0.1, NONE)
    assert judgement.accuracy == 0.4
    assert judgement.confusion.sum() == 5
    assert (judgement.confusion[1, 2], judgement.confusion[9, 1]) == (2, 1)
    assert judgement.mistakes().tolist() == [3, 4, 1]
    assert judgement.mistakes(label=1).tolist() == [3, 1]
    assert judgement.mistakes(predicted=1).tolist() == [4]
    assert judgement.mistakes(label=9, predicted=2).tolist() == []


def test_a_network_that_diverged_is_judged_too(some: Split) -> None:
    (layer,) = linear()
    judgement = evaluate((Layer(layer.kernel * np.float32(np.nan), layer.bias, "softmax"),), some)
    assert np.isnan(judgement.loss)
    assert judgement.confusion.sum() == len(some.labels)


def first_layer() -> dict[str, Floats]:
    """Random weights from the pixels to 16 units."""
    random = np.random.default_rng(1)
    return {"W1": random.normal(0, 0.1, (784, 16)).astype(np.float32), "b1": np.ones(16, np.float32)}


def linear() -> Network:
    """A network without a hidden layer."""
    random = np.random.default_rng(0)
    return (Layer(random.normal(0, 0.1, (784, 10)).astype(np.float32), np.zeros(10, np.float32), "softmax"),)
