"""The update computed here is the one that the run really makes, for every optimizer."""

from pathlib import Path

import numpy as np
import pytest

from app.descent.memory import memory_before
from app.descent.update import updated
from app.network.forward import weights
from app.network.spec import SGD, Adagrad, Adam, Optimizer, RMSprop, Spec
from app.runs.engine import Job
from app.runs.files import RunFiles
from app.runs.train import train
from tests.descent.steps import HIDDEN, kept_step

OPTIMIZERS = {
    "sgd": SGD(learning_rate=0.1),
    "momentum": SGD(momentum=0.9),
    "nesterov": SGD(momentum=0.9, nesterov=True),
    "rmsprop": RMSprop(),
    "rmsprop with momentum": RMSprop(momentum=0.5),
    "adagrad": Adagrad(learning_rate=0.01),
    "adam": Adam(),
}


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
        before = kept_step(spec, files, step)
        slopes = {name: before.tensor(f"d{name}") for name in weights(before.network)}
        after, remembered = updated(optimizer, weights(before.network), slopes, memory_before(before))
        expected = files.snapshot(step + 1)
        for name, numbers in after.items():
            assert np.abs(numbers - expected[name]).max() < 1e-5, (step, name)
            assert np.abs(numbers - weights(before.network)[name]).max() > 1e-5
        kept = memory_before(kept_step(spec, files, step + 1))
        assert remembered.keys() == kept.numbers.keys()
        assert all(np.allclose(remembered[name], kept.numbers[name], atol=1e-6) for name in remembered)
