"""The saver writes in order, and what cannot be written is told."""

import threading
from pathlib import Path

import numpy as np
import pytest

from app.runs.events import SnapshotSaved
from app.runs.files import RunFiles
from app.runs.saver import CheckpointSaved, Notice, Saver

WEIGHTS = {"W1": np.ones((2, 2), np.float32)}


@pytest.fixture
def files(tmp_path: Path) -> RunFiles:
    files = RunFiles(tmp_path / "one")
    files.prepare()
    return files


def test_a_notice_follows_its_file(files: RunFiles) -> None:
    seen: list[tuple[Notice, list[int]]] = []
    with Saver(files, 2, lambda notice: seen.append((notice, files.snapshots()))) as saver:
        for step in (0, 1, 2):
            saver.save_snapshot(step, WEIGHTS)
        saver.finish()
    assert [snapshots for _, snapshots in seen] == [[0], [0, 1], [0, 1, 2]]
    assert [notice.step for notice, _ in seen if isinstance(notice, SnapshotSaved)] == [0, 1, 2]
    assert all(notice.attempt == 2 for notice, _ in seen)


def test_a_checkpoint_follows_the_snapshots_before_it(files: RunFiles) -> None:
    said: list[Notice] = []
    with Saver(files, 1, said.append) as saver:
        saver.save_snapshot(4, WEIGHTS)
        saver.save_checkpoint(4, lambda: WEIGHTS)
        saver.finish()
    assert isinstance(said[0], SnapshotSaved)
    assert said[1] == CheckpointSaved(1, "checkpoint-1-4.npz")
    assert np.array_equal(files.checkpoint("checkpoint-1-4.npz")["W1"], WEIGHTS["W1"])


def test_a_checkpoint_is_left_out_while_another_is_being_written(files: RunFiles) -> None:
    said: list[Notice] = []
    written = threading.Event()

    def emit(notice: Notice) -> None:
        written.wait()
        said.append(notice)

    def never() -> dict[str, np.ndarray]:
        raise AssertionError("the state was copied in vain")

    with Saver(files, 1, emit) as saver:
        saver.save_checkpoint(1, lambda: WEIGHTS)
        saver.save_checkpoint(2, never)
        written.set()
        saver.finish()
        saver.save_checkpoint(3, lambda: WEIGHTS)
        saver.finish()
    assert said == [CheckpointSaved(1, "checkpoint-1-1.npz"), CheckpointSaved(1, "checkpoint-1-3.npz")]


def test_what_cannot_be_written_is_told(files: RunFiles) -> None:
    files.delete()
    said: list[Notice] = []
    with Saver(files, 1, said.append) as saver:
        saver.save_snapshot(0, WEIGHTS)
        with pytest.raises(FileNotFoundError):
            saver.save_snapshot(1, WEIGHTS)
        saver.save_checkpoint(1, lambda: WEIGHTS)
        with pytest.raises(FileNotFoundError):
            saver.finish()
    assert said == []
