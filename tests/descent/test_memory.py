"""What an optimizer remembers is what was kept, or else what the last batches suggest."""

from pathlib import Path

import numpy as np

from app.descent.memory import BATCHES_RECALLED, memory_before
from app.network.spec import SGD, Adam, Spec
from app.runs.engine import Job
from app.runs.files import RunFiles
from app.runs.train import train
from tests.descent.steps import HIDDEN, kept_step


def test_a_memory_that_was_not_kept_is_estimated_from_the_last_batches(tmp_path: Path) -> None:
    spec = Spec(hidden=HIDDEN[:1], epochs=1, train_samples=2570, batch_size=10)
    train(Job("a", spec, 1, tmp_path, None), lambda _: None, lambda: False)
    kept = memory_before(kept_step(spec, RunFiles(tmp_path), 256))
    estimated = memory_before(kept_step(spec, RunFiles(tmp_path), 256, forgotten=True))
    assert (kept.origin, kept.updates) == ("kept", 256)
    assert (estimated.origin, estimated.updates) == ("estimated", BATCHES_RECALLED)
    pairs = [(kept.numbers[name].ravel(), estimated.numbers[name].ravel()) for name in kept.numbers]
    assert all(np.corrcoef(*pair)[0, 1] > 0.7 for pair in pairs)


def test_an_optimizer_may_remember_nothing_or_nothing_yet(tmp_path: Path) -> None:
    for optimizer, origin in ((SGD(), "nothing"), (Adam(), "fresh")):
        spec = Spec(hidden=(), optimizer=optimizer, epochs=1, train_samples=50, batch_size=50)
        train(Job("a", spec, 1, tmp_path, None), lambda _: None, lambda: False)
        memory = memory_before(kept_step(spec, RunFiles(tmp_path), 0, forgotten=True))
        assert (memory.numbers, memory.origin) == ({}, origin)
