"""Files are there whole or not at all."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from app.runs.files import RunFiles, bytes_below, read_arrays, write_arrays

WEIGHTS = {"W1": np.arange(6, dtype=np.float32).reshape(2, 3), "b1": np.zeros(3, np.float32)}

WRITER = """
import sys, numpy, pathlib
from app.runs.files import write_arrays
number = 0
while True:
    number += 1
    array = numpy.full(200_000, number)
    write_arrays(pathlib.Path(sys.argv[1]), {"a": array, "b": array})
    print(number, flush=True)
"""


@pytest.fixture
def files(tmp_path: Path) -> RunFiles:
    files = RunFiles(tmp_path / "one")
    files.prepare()
    return files


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    write_arrays(tmp_path / "weights.npz", WEIGHTS)
    back = read_arrays(tmp_path / "weights.npz")
    assert back.keys() == WEIGHTS.keys()
    assert all(np.array_equal(back[name], WEIGHTS[name]) for name in WEIGHTS)
    assert back["W1"].dtype == np.float32
    assert [file.name for file in tmp_path.iterdir()] == ["weights.npz"]


def test_what_the_optimizer_remembers_lies_beside_a_snapshot(files: RunFiles) -> None:
    files.write_snapshot(0, WEIGHTS)
    files.write_snapshot(1, WEIGHTS, {"velocity_W1": WEIGHTS["W1"]})
    assert files.memory(0) is None
    assert np.array_equal((files.memory(1) or {})["velocity_W1"], WEIGHTS["W1"])
    files.delete_memories()
    assert (files.memory(1), files.snapshots()) == (None, [0, 1])


def test_a_writer_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    for delay in (0.0, 0.003, 0.008):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == b"1\n"
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
        arrays = read_arrays(path)
        assert np.array_equal(arrays["a"], arrays["b"])
        assert len(set(arrays["a"].tolist())) == 1


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    write_arrays(path, WEIGHTS)
    with pytest.raises(ValueError, match="allow_pickle"):
        write_arrays(path, {"W1": np.array([object()])})
    assert read_arrays(path).keys() == WEIGHTS.keys()
    assert [file.name for file in tmp_path.iterdir()] == ["weights.npz"]


def test_snapshots_are_listed_by_step(files: RunFiles) -> None:
    for step in (128, 0, 16, 2345):
        files.write_snapshot(step, WEIGHTS)
    assert files.snapshots() == [0, 16, 128, 2345]
    assert np.array_equal(files.snapshot(16)["W1"], WEIGHTS["W1"])
    files.delete_snapshots()
    assert files.snapshots() == []


def test_only_older_checkpoints_are_removed(files: RunFiles) -> None:
    names = [
        files.write_checkpoint(attempt, step, WEIGHTS) for attempt, step in ((1, 900), (2, 400), (2, 1000))
    ]
    files.delete_checkpoints(before=names[1])
    with pytest.raises(FileNotFoundError):
        files.checkpoint(names[0])
    assert files.checkpoint(names[1]).keys() == files.checkpoint(names[2]).keys() == WEIGHTS.keys()
    files.delete_checkpoints()
    with pytest.raises(FileNotFoundError):
        files.checkpoint(names[2])


def test_a_new_attempt_sweeps_out_what_was_left_unfinished(files: RunFiles, tmp_path: Path) -> None:
    files.write_snapshot(0, WEIGHTS)
    for left in ("one/.checkpoint-1-5.npz.77", "one/snapshots/.4.npz.77"):
        (tmp_path / left).write_bytes(b"half")
    files.prepare()
    assert sorted(os.listdir(tmp_path / "one")) == ["memories", "snapshots"]
    assert os.listdir(tmp_path / "one/snapshots") == ["0.npz"]


def test_a_folder_takes_as_much_as_all_its_files(files: RunFiles, tmp_path: Path) -> None:
    assert bytes_below(tmp_path) == 0
    files.write_snapshot(0, WEIGHTS)
    (tmp_path / "other").write_bytes(b"12345")
    snapshot = tmp_path / "one/snapshots/0.npz"
    assert bytes_below(tmp_path) == snapshot.stat().st_size + 5


def test_a_folder_is_measured_while_runs_in_it_are_deleted(files: RunFiles, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"12345")
    with ThreadPoolExecutor(1) as thread:
        deleting = thread.submit(come_and_go, files, 300)
        while not deleting.done():
            assert bytes_below(tmp_path) >= 5


def come_and_go(files: RunFiles, times: int) -> None:
    """Make the folders of a run, and remove them, so many times."""
    for _ in range(times):
        files.prepare()
        files.delete()


def test_a_deleted_run_leaves_nothing(files: RunFiles, tmp_path: Path) -> None:
    files.write_snapshot(0, WEIGHTS)
    files.delete()
    assert list(tmp_path.iterdir()) == []
    assert files.snapshots() == []
