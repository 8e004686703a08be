"""The update computed here is the one that the run really makes, for every optimizer."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from app.descent.update import BATCHES_RECALLED, memory_before, updated
from app.digits.mnist import Mnist, load
from app.network.forward import network, weights
from app.network.spec import SGD, Adagrad, Adam, HiddenLayer, Optimizer, RMSprop, Spec
from app.network.training_step import TrainingStep
from app.runs.engine import Job
from app.runs.files import RunFiles
from app.runs.train import train

OPTIMIZERS = {
    "sgd": SGD(learning_rate=0.1),
    "momentum": SGD(momentum=0.9),
    "nesterov": SGD(momentum=0.9, nesterov=True),
    "rmsprop": RMSprop(),
    "rmsprop with momentum": RMSprop(momentum=0.5),
    "adagrad": Adagrad(learning_rate=0.01),
    "adam": Adam(),
}
HIDDEN = (
    HiddenLayer(units=24),
    HiddenLayer(units=12, activation="tanh"),
    HiddenLayer(units=8, activation="sigmoid"),
)


@cache
def digits() -> Mnist:
    """All of MNIST."""
    return load()


def training_step(spec: Spec, files: RunFiles, step: int, *, forgotten: bool = False) -> TrainingStep:
    """The update of a run that follows a snapshot."""
    memory = None if forgotten else files.memory(step)
    return TrainingStep("a", step, spec, network(spec, files.snapshot(step)), memory, digits().train)


@pytest.mark.parametrize("optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_an_update_leads_from_one_snapshot_to_the_next(optimizer: Optimizer, tmp_path: Path) -> None:
    # Fewer updates than 257 an epoch, so that the snapshots before and after the end of an epoch are kept.
    spec = Spec(
        hidden=HIDDEN,
        optimizer=optimizer,
        epochs=17,
        train_samples=50,
        batch_size=50,
        label_noise=0.2,
        shuffle_pixels=True,
    )
    train(Job("a", spec, 1, tmp_path, None), lambda _: None, lambda: False)
    files = RunFiles(tmp_path)
    for step in (0, 1, 16):
        before = training_step(spec, files, step)
        slopes = {name: before.tensor(f"d{name}") for name in weights(before.network)}
        after, remembered = updated(optimizer, weights(before.network), slopes, memory_before(before))
        expected = files.snapshot(step + 1)
        for name, numbers in after.items():
            assert np.abs(numbers - expected[name]).max() < 1e-5, (step, name)
            assert np.abs(numbers - weights(before.network)[name]).max() > 1e-5
        kept = memory_before(training_step(spec, files, step + 1))
        assert remembered.keys() == kept.numbers.keys()
        assert all(np.allclose(remembered[name], kept.numbers[name], atol=1e-6) for name in remembered)


def test_a_memory_that_was_not_kept_is_estimated_from_the_last_batches(tmp_path: Path) -> None:
    spec = Spec(hidden=HIDDEN[:1], epochs=1, train_samples=2570, batch_size=10)
    train(Job("a", spec, 1, tmp_path, None), lambda _: None, lambda: False)
    kept = memory_before(training_step(spec, RunFiles(tmp_path), 256))
    estimated = memory_before(training_step(spec, RunFiles(tmp_path), 256, forgotten=True))
    assert (kept.origin, kept.updates) == ("kept", 256)
    assert (estimated.origin, estimated.updates) == ("estimated", BATCHES_RECALLED)
    pairs = [(kept.numbers[name].ravel(), estimated.numbers[name].ravel()) for name in kept.numbers]
    assert all(np.corrcoef(*pair)[0, 1] > 0.7 for pair in pairs)


def test_an_optimizer_may_remember_nothing_or_nothing_yet(tmp_path: Path) -> None:
    for optimizer, origin in ((SGD(), "nothing"), (Adam(), "fresh")):
        spec = Spec(hidden=(), optimizer=optimizer, epochs=1, train_samples=50, batch_size=50)
        train(Job("a", spec, 1, tmp_path, None), lambda _: None, lambda: False)
        memory = memory_before(training_step(spec, RunFiles(tmp_path), 0, forgotten=True))
        assert (memory.numbers, memory.origin) == ({}, origin)
