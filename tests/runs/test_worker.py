"""A worker does its job, ignores the terminal, and never outlives its parent."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pytest

from app.runs.engine import Job
from app.runs.events import BatchesTrained, RunFinished
from app.runs.saver import CheckpointSaved
from app.runs.worker import PARENT_GONE, READY, main
from tests.runs.conftest import ENDLESS


@pytest.fixture
def worker() -> Iterator[tuple[SpawnProcess, Connection]]:
    """A worker process and our end of its pipe."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=main, args=(theirs,))
    process.start()
    theirs.close()
    yield process, ours
    process.kill()
    process.join()
    ours.close()


def heard(pipe: Connection) -> list[Any]:
    """Everything that a worker says until it ends."""
    messages = []
    try:
        while True:
            messages.append(pipe.recv())
    except EOFError:
        return messages


def test_a_worker_trains_whatever_the_terminal_says_and_keeps_a_checkpoint_when_the_system_ends_it(
    worker: tuple[SpawnProcess, Connection], tmp_path: Path
) -> None:
    process, pipe = worker
    assert process.pid
    assert pipe.recv() == READY
    os.kill(process.pid, signal.SIGINT)
    pipe.send(Job("one", ENDLESS, 1, tmp_path, None))
    while not isinstance(pipe.recv(), BatchesTrained):
        pass
    os.kill(process.pid, signal.SIGTERM)
    *before, last = heard(pipe)
    assert not any(isinstance(message, RunFinished) for message in before)
    assert isinstance(last, CheckpointSaved)
    process.join()
    assert process.exitcode == 0


def test_a_spare_that_the_system_ends_has_ended(worker: tuple[SpawnProcess, Connection]) -> None:
    process, pipe = worker
    assert process.pid
    assert pipe.recv() == READY
    os.kill(process.pid, signal.SIGTERM)
    process.join()
    assert process.exitcode == -signal.SIGTERM


def test_a_worker_that_loses_its_parent_while_it_loads_tensorflow_ends(
    worker: tuple[SpawnProcess, Connection],
) -> None:
    process, pipe = worker
    pipe.close()
    process.join()
    assert process.exitcode == PARENT_GONE
