"""An engine whose reports a test writes, and rooms around it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from queue import Queue
from typing import Any

from app.network.spec import Spec
from app.runs.dispatcher import Dispatcher
from app.runs.engine import Gone, Job, Readiness, Report, Told
from app.runs.events import BatchesTrained, Event, RunQueued
from app.runs.limits import Limits
from app.runs.runs import Runs
from app.runs.store import Store
from tests.runs.watching import parsed

SPEC = Spec(train_samples=100, batch_size=10, epochs=1)


class ScriptedEngine:
    """An engine whose reports the test writes."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.stopped: list[str] = []
        self.full = False
        """Whether there is no room for a job."""
        self._script: Queue[Report | None] = Queue()

    @property
    def trainer(self) -> Readiness:
        """Always there."""
        return "ready"

    def start(self, job: Job) -> None:
        """Remember the job."""
        if self.full:
            raise BlockingIOError("Resource temporarily unavailable")
        self.jobs.append(job)

    def stop(self, run_id: str) -> None:
        """Remember the wish."""
        self.stopped.append(run_id)

    def events(self) -> Iterator[Report]:
        """What the test said."""
        while report := self._script.get():
            yield report
            self._script.task_done()
        self._script.task_done()

    def close(self) -> None:
        """Come to the end of the script."""
        self._script.put(None)

    def say(self, *reports: Report) -> None:
        """Report, and wait until that was taken in."""
        for report in reports:
            self._script.put(report)
        self._script.join()


class Room:
    """A dispatcher with its store and its engine."""

    def __init__(self, folder: Path, **limits: Any) -> None:
        self.folder = folder
        self.limits = Limits(**limits)
        self.store = Store(folder / "runs.db")
        self.engine = ScriptedEngine()
        self.changed: list[str] = []
        self.dispatcher = Dispatcher(self.store, folder, self.engine, self.limits, self.changed.append)

    def submit(self, *run_ids: str) -> None:
        """Queue runs."""
        for run_id in run_ids:
            self.store.create(run_id, RunQueued(spec=SPEC))
        self.dispatcher.dispatch()

    def tell(self, run_id: str, *events: Event) -> None:
        """Let a worker speak."""
        self.engine.say(*(Told(run_id, event) for event in events))

    def lose(self, run_id: str) -> None:
        """Let a worker be killed."""
        self.engine.say(Gone(run_id, -9))

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """Meanwhile SQLite itself refuses every event."""
        with closing(sqlite3.connect(self.folder / "runs.db", isolation_level=None)) as db:
            db.execute(
                "CREATE TRIGGER full BEFORE INSERT ON events "
                "BEGIN SELECT raise(ABORT, 'database or disk is full'); END"
            )
            yield
            db.execute("DROP TRIGGER full")

    def types(self, run_id: str) -> list[str]:
        """What happened to a run."""
        return [event["type"] for event in parsed(text for _, text in self.store.events(run_id))]

    def close(self) -> None:
        """Come to an end."""
        self.dispatcher.close()
        self.store.close()


@contextmanager
def opened(folder: Path, **limits: Any) -> Iterator[tuple[Runs, ScriptedEngine]]:
    """Runs whose engine does what the test says."""
    engine = ScriptedEngine()
    runs = Runs(folder, engine, Limits(**limits))
    runs.open()
    with closing(runs):
        yield runs, engine


def batches(first: int, count: int, attempt: int = 1) -> BatchesTrained:
    """Some updates; the loss of each is its number."""
    losses = tuple(float(first + i) for i in range(count))
    return BatchesTrained(
        attempt=attempt, epoch=1, first_step=first, loss=losses, accuracy=losses, seconds=first + count
    )
