"""The local engine: a process for each job, one spare, nothing left behind."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import NoReturn

import pytest

from app.runs.engine import Gone, Job, Report, Told
from app.runs.local_engine import LocalEngine
from tests.runs.conftest import TINY
from tests.runs.watching import children, trains


class Listener:
    """An engine that a thread listens to."""

    def __init__(self) -> None:
        self.engine = LocalEngine()
        self._others = workers_of_this_process()
        self._reports: Queue[Report] = Queue()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        for report in self.engine.events():
            self._reports.put(report)

    def close(self) -> None:
        """End everything, and wait for it."""
        self.engine.close()
        self._thread.join()

    def workers(self, number: int) -> set[int]:
        """The engine's processes, once there are that many."""
        while len(found := workers_of_this_process() - self._others) != number:
            time.sleep(0.01)
        return found

    def until(self, readiness: str) -> None:
        """Wait for the trainer."""
        while self.engine.trainer != readiness:
            time.sleep(0.01)

    def until_gone(self, *run_ids: str) -> dict[str, list[str]]:
        """What was said of each run, until all of their workers were gone."""
        said: dict[str, list[str]] = {run_id: [] for run_id in run_ids}
        while not all(said[run_id] and said[run_id][-1].startswith("gone") for run_id in run_ids):
            match self._reports.get():
                case Gone(run_id, exit_code):
                    said[run_id].append(f"gone {exit_code}")
                case Told(run_id, notice):
                    said[run_id].append(getattr(notice, "type", "checkpoint_saved"))
        return said


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()
    listener.workers(0)


def workers_of_this_process() -> set[int]:
    """The spawned processes, without multiprocessing's own helper."""
    return {pid for pid in children(os.getpid()) if trains(pid)}


def sockets(pid: int) -> set[str]:
    """The sockets that a process holds."""
    links = [os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir()]
    return {link for link in links if link.startswith("socket:")}


def test_a_spare_waits_and_every_job_has_its_own_process_and_pipe(listener: Listener, tmp_path: Path) -> None:
    engine = listener.engine
    spare = listener.workers(1)
    listener.until("starting")
    listener.until("ready")
    for name in ("one", "two"):
        engine.start(Job(name, TINY, 1, tmp_path / name, None))
        listener.until("busy")
    both = listener.workers(2)
    assert spare < both
    one, two = (sockets(pid) for pid in both)
    assert len(one) == len(two) == 1
    assert one != two
    for said in listener.until_gone("one", "two").values():
        assert (said[0], said[-2], said[-1]) == ("run_started", "run_finished", "gone 0")
    assert not listener.workers(1) & both
    listener.until("starting")


def test_a_spare_that_cannot_load_tensorflow_is_not_replaced_until_there_is_a_job(
    listener: Listener, tmp_path: Path
) -> None:
    (spare,) = listener.workers(1)
    os.kill(spare, signal.SIGKILL)
    listener.workers(0)
    assert listener.engine.trainer == "starting"
    listener.engine.start(Job("one", TINY, 1, tmp_path, None))
    (worker,) = listener.workers(1)
    os.kill(worker, signal.SIGKILL)
    assert listener.until_gone("one") == {"one": ["gone -9"]}


def test_where_no_spare_can_be_started_the_next_job_has_another_chance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> NoReturn:
        raise BlockingIOError("Resource temporarily unavailable")

    with monkeypatch.context() as patch:
        patch.setattr("app.runs.local_engine.WorkerProcess", refuse)
        listener = Listener()
        while not caplog.records:
            time.sleep(0.01)
    try:
        listener.engine.start(Job("one", TINY, 1, tmp_path, None))
        (worker,) = listener.workers(1)
        os.kill(worker, signal.SIGKILL)
        assert listener.until_gone("one") == {"one": ["gone -9"]}
    finally:
        listener.close()


def test_an_engine_that_nobody_listened_to_can_be_closed() -> None:
    engine = LocalEngine()
    engine.close()
    assert list(engine.events()) == []


def test_a_closed_engine_starts_no_process(tmp_path: Path) -> None:
    before = workers_of_this_process()
    engine = LocalEngine()
    engine.close()
    engine.start(Job("late", TINY, 1, tmp_path, None))
    assert workers_of_this_process() == before
