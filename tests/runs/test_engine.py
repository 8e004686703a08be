"""The engine is a protocol: a thread that trains is enough of an engine for everything else."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from queue import SimpleQueue

from app.runs.engine import Engine, Gone, Job, Readiness, Report, Told
from app.runs.local_engine import LocalEngine
from app.runs.runs import Runs
from app.runs.train import train
from tests.runs.conftest import TINY
from tests.runs.watching import curve, followed


class ThreadEngine:
    """Trains every job in a thread of this process."""

    def __init__(self) -> None:
        self._reports: SimpleQueue[Report | None] = SimpleQueue()
        self._stopped: set[str] = set()

    @property
    def trainer(self) -> Readiness:
        """Always there."""
        return "ready"

    def start(self, job: Job) -> None:
        """Train."""
        threading.Thread(target=self._train, args=(job,)).start()

    def stop(self, run_id: str) -> None:
        """Let it come to its end."""
        self._stopped.add(run_id)

    def events(self) -> Iterator[Report]:
        """Reports until the engine is closed."""
        while report := self._reports.get():
            yield report

    def close(self) -> None:
        """Say no more."""
        self._reports.put(None)

    def _train(self, job: Job) -> None:
        train(
            job,
            lambda notice: self._reports.put(Told(job.run_id, notice)),
            lambda: job.run_id in self._stopped,
        )
        self._reports.put(Gone(job.run_id, 0))


def test_another_engine_behind_the_protocol_trains_a_run(tmp_path: Path) -> None:
    runs = Runs(tmp_path, ThreadEngine())
    runs.open()
    with closing(runs):
        run = runs.submit(TINY)
        events = asyncio.run(followed(runs, run.id))
        assert events[-1]["type"] == "run_finished"
        assert len(curve(events)) == TINY.steps
        assert runs.model().run == run.id


def test_the_local_engine_is_one() -> None:
    engine: Engine = LocalEngine()
    engine.close()
