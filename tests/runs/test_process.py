"""A worker process can always be ended, and its end is always noticed."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.runs.engine import Job
from app.runs.process import WorkerProcess
from tests.runs.conftest import TINY
from tests.runs.watching import alive


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    """A worker that is still loading TensorFlow."""
    worker = WorkerProcess()
    yield worker
    try:
        worker.kill()
    except ValueError:
        return  # buried by the test
    worker.bury()


def half_a_sentence(pipe: Connection) -> None:
    """The life of a worker that is deaf, and freezes while it speaks."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.write(pipe.fileno(), b"\0\0\1\0half")
    signal.pause()


def end_of(worker: WorkerProcess) -> int | None:
    """Exit code of a worker that was ended."""
    pid = worker.pid
    with suppress(EOFError):
        while True:
            worker.hear()
    exit_code = worker.bury()
    assert not alive(pid)
    return exit_code


def test_ctrl_c_in_a_terminal_ends_no_worker_not_even_one_that_starts(worker: WorkerProcess) -> None:
    os.kill(worker.pid, signal.SIGINT)
    worker.hear()
    assert worker.ready


def test_a_worker_that_is_killed_is_heard_of(worker: WorkerProcess, tmp_path: Path) -> None:
    os.kill(worker.pid, signal.SIGKILL)
    assert end_of(worker) == -signal.SIGKILL
    worker.take(Job("one", TINY, 1, tmp_path, None))
    assert worker.job


def test_a_worker_that_does_not_stop_is_terminated(worker: WorkerProcess) -> None:
    worker.ask_to_stop(patience=0)
    assert end_of(worker) == -signal.SIGTERM


def test_a_worker_that_cannot_be_terminated_is_killed_also_in_the_middle_of_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("app.runs.process.main", half_a_sentence)
    monkeypatch.setattr("app.runs.process.LAST_SECONDS", 0)
    worker = WorkerProcess()
    assert worker.pipe.poll(60)
    worker.ask_to_stop(patience=0)
    assert end_of(worker) == -signal.SIGKILL
