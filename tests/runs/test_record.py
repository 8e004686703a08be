"""The command that makes the recorded run."""

from pathlib import Path

import numpy as np
import pytest

from app.digits import mnist
from app.network.forward import evaluate, network
from app.runs.events import Event, RunFinished, SnapshotSaved
from app.runs.files import read_arrays
from app.runs.record import record
from app.runs.run import Run
from tests.runs.conftest import TINY


def test_a_recording_claims_what_its_rounded_weights_do(tmp_path: Path) -> None:
    record(TINY, tmp_path / "recorded")
    weights = read_arrays(tmp_path / "recorded" / "weights.npz")
    assert {array.dtype for array in weights.values()} == {np.dtype(np.float16)}
    events = [
        Event.from_wire(text) for text in (tmp_path / "recorded" / "events.jsonl").read_text().splitlines()
    ]
    run = Run.told("recorded", events)
    test = mnist.load().test
    exact = {name: array.astype(np.float32) for name, array in weights.items()}
    loss, accuracy = evaluate(network(TINY, exact), test.images, test.labels)
    assert isinstance(events[-1], RunFinished)
    assert (run.step, run.test_accuracy) == (TINY.steps, accuracy)
    assert run.test_loss == pytest.approx(loss)
    assert [event.step for event in events if isinstance(event, SnapshotSaved)] == [TINY.steps]
