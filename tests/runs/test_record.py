"""The command that makes the recorded run."""

from pathlib import Path

import numpy as np
import pytest

from app.digits import mnist
from app.network.evaluation import evaluate
from app.network.forward import network
from app.network.spec import Spec
from app.runs.events import EpochEnded, Event, RunFinished, SnapshotSaved
from app.runs.files import read_arrays
from app.runs.record import as_differences, kept_steps, record
from app.runs.recorded import GRAIN, RecordedFiles
from app.runs.run import Run
from tests.runs.conftest import TINY


def test_a_recording_claims_what_its_rounded_weights_do(tmp_path: Path) -> None:
    record(TINY, tmp_path / "recorded")
    files = RecordedFiles(tmp_path / "recorded")
    texts = (tmp_path / "recorded" / "events.jsonl").read_text().splitlines()
    events = [Event.from_wire(text) for text in texts]
    assert isinstance(events[-1], RunFinished)
    assert Run.told("recorded", events).step == TINY.steps
    assert [event.step for event in events if isinstance(event, SnapshotSaved)] == files.snapshots()
    judgement = evaluate(network(TINY, files.snapshot(TINY.steps)), mnist.load().test)
    *_, last_epoch = (event for event in events if isinstance(event, EpochEnded))
    for event in (last_epoch, events[-1]):
        assert event.test_accuracy == judgement.accuracy
        assert event.test_loss == pytest.approx(judgement.loss)


def test_the_beginning_and_the_end_of_each_epoch_are_kept() -> None:
    assert kept_steps(Spec()) == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 469, 938, 1407, 1876, 2345]


def test_every_snapshot_comes_back_in_whole_grains(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    snapshots = [{"W1": random.uniform(-1.2, 1.2, (4, 3)).astype(np.float32)} for _ in range(5)]
    np.savez(tmp_path / "weights.npz", allow_pickle=False, steps=range(5), **as_differences(snapshots))
    assert read_arrays(tmp_path / "weights.npz")["W1"].dtype == np.int8
    files = RecordedFiles(tmp_path)
    for step, weights in enumerate(snapshots):
        back = files.snapshot(step)["W1"]
        assert back.dtype == np.float32
        assert np.array_equal(back, np.rint(weights["W1"] / GRAIN) * GRAIN)


def test_a_weight_too_large_for_a_byte_is_refused() -> None:
    with pytest.raises(OverflowError):
        as_differences([{"W1": np.array([200.0])}])
