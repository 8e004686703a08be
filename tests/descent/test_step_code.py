"""The lines of both strips make the update that is shown."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.descent.memory import as_kept
from app.descent.step_code import step_code
from app.descent.update import update
from app.network.backend import keras
from app.network.forward import weights
from app.network.spec import SGD, Adagrad, Adam, HiddenLayer, Optimizer, RMSprop, Spec
from tests.descent.steps import step_of, train

OPTIMIZERS = [SGD(), SGD(momentum=0.9), RMSprop(), RMSprop(momentum=0.5), Adagrad(), Adam()]


@pytest.mark.parametrize("step", [0, 20])
@pytest.mark.parametrize("optimizer", OPTIMIZERS, ids=str)
def test_numpy_and_keras_lines_end_at_the_new_weights(
    optimizer: Optimizer, step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden = (HiddenLayer(units=9), HiddenLayer(units=8, activation="sigmoid"))
    spec = Spec(hidden=hidden, optimizer=optimizer, batch_size=40, train_samples=1010, label_noise=0.3)
    training = step_of(spec, step)
    memory = update(training).memory
    np.savez(tmp_path / f"a-{step}.npz", allow_pickle=False, **weights(training.network))
    np.savez(tmp_path / f"a-{step}-memory.npz", allow_pickle=False, **as_kept(optimizer, memory.numbers))
    monkeypatch.chdir(tmp_path)
    digits = np.array(train().images), np.array(train().labels)
    monkeypatch.setattr(keras.datasets.mnist, "load_data", lambda: (digits, digits))
    code = step_code(training, memory)
    for lines in (code.numpy, code.keras):
        names: dict[str, Any] = {}
        exec(lines or "", names)
        for ours, theirs in zip(weights(update(training).network).values(), names["result"], strict=True):
            np.testing.assert_allclose(ours, theirs, atol=1e-5)
