"""A training step knows its samples and every tensor, and refuses what it does not have."""

import numpy as np
import pytest

from app.digits.mnist import Mnist
from app.errors import InvalidError
from app.network.batches import epoch_order, training_labels
from app.network.forward import Floats, network
from app.network.spec import HiddenLayer, Spec
from app.network.training_step import TrainingStep

SPEC = Spec(hidden=(HiddenLayer(units=8),), train_samples=500, batch_size=32, label_noise=0.5, seed=7)


def training_step(spec: Spec, step: int, digits: Mnist) -> TrainingStep:
    """A step at random weights."""
    random = np.random.default_rng(0)
    names = [(f"W{i}", f"b{i}") for i in range(1, len(spec.layers) + 1)]
    weights: dict[str, Floats] = {}
    for (w, b), layer in zip(names, spec.layers, strict=True):
        weights |= {w: random.normal(size=layer[:2]).astype("f"), b: np.zeros(layer.units, "f")}
    return TrainingStep("a", step, spec, network(spec, weights), None, digits.train)


@pytest.mark.parametrize(
    ("step", "epoch", "number", "size"), [(0, 0, 0, 32), (15, 0, 15, 20), (18, 1, 2, 32)]
)
def test_the_batch_is_the_one_that_the_run_draws(
    digits: Mnist, step: int, epoch: int, number: int, size: int
) -> None:
    training = training_step(SPEC, step, digits)
    assert (training.epoch, training.number) == (epoch, number)
    places = epoch_order(SPEC, epoch)[number * 32 : number * 32 + size]
    assert training.batch.places.tolist() == places.tolist()
    assert np.array_equal(training.batch.images, digits.train.images[places])
    assert np.array_equal(training.tensor("y"), training_labels(SPEC, digits.train.labels)[places])


def test_every_tensor_has_its_name(digits: Mnist) -> None:
    training = training_step(SPEC, 0, digits)
    forward = ["X", "y", "W1", "b1", "W2", "b2", "Z1", "A1", "Z2", "P", "losses", "loss"]
    assert list(training.tensors) == [*forward, "dZ2", "dW2", "db2", "dA1", "dZ1", "dW1", "db1"]
    assert training.tensor("dW1").shape == (784, 8)
    with pytest.raises(InvalidError) as refused:
        training.tensor("W3")
    assert refused.value.problem.expected.startswith("X, y, W1, b1")


def test_a_step_that_would_fill_the_memory_is_refused(digits: Mnist) -> None:
    spec = Spec(hidden=(HiddenLayer(units=2048),) * 2, batch_size=10_000)
    with pytest.raises(InvalidError) as refused:
        training_step(spec, 0, digits).tensor("X")
    assert refused.value.problem.code == "step_too_large"
