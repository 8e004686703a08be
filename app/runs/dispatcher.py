"""Dispatcher: gives waiting runs to the engine, and writes down what comes back."""

import logging
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from app.errors import UnknownError
from app.runs.engine import Engine, Gone, Job, Report, Told
from app.runs.events import BatchesTrained, Event, RunFailed, RunInterrupted
from app.runs.files import RunFiles
from app.runs.problems import exit_words, worker_lost
from app.runs.run import Run
from app.runs.saver import CheckpointSaved
from app.runs.store import Store
from app.runs.tidy import tidy

FRUITLESS_ATTEMPTS = 3
"""Workers that a run may lose in a row without getting any further."""

log = logging.getLogger(__name__)


class Dispatcher:
    """Keeps the engine busy; every change of the store goes through `lock`."""

    def __init__(
        self, store: Store, folder: Path, engine: Engine, parallel: int, changed: Callable[[str], None]
    ) -> None:
        self.lock = threading.RLock()
        self._store = store
        self._folder = folder
        self._engine = engine
        self._parallel = parallel
        self._changed = changed
        self._active: set[str] = set()
        self._lost: Counter[str] = Counter()
        self._thread = threading.Thread(target=self._listen, name="dispatcher", daemon=True)

    def open(self) -> None:
        """Take up the runs that were interrupted, then those that wait."""
        with self.lock:
            self._interrupt_orphans("the playground was stopped")
            self.dispatch()
        self._thread.start()

    def close(self) -> None:
        """Stop training; what trains now is resumed at the next `open`."""
        self._engine.close()
        self._thread.join()

    def waiting(self) -> list[str]:
        """Runs that wait for a process, the next first; interrupted ones are older than all others."""
        return [run_id for run_id in self._store.ids("queued") if run_id not in self._active]

    def dispatch(self) -> None:
        """Give the next runs to the engine, as many as may train at the same time."""
        with self.lock:
            for run_id in self.waiting()[: self._parallel - len(self._active)]:
                self._engine.start(self._job(self._store.run(run_id)))
                self._active.add(run_id)

    def write(self, run_id: str, event: Event) -> Run | None:
        """Store what is new in `event` and wake those who follow the run; none if nothing is new."""
        with self.lock:
            run = self._store.append(run_id, event)
        if run:
            self._changed(run_id)
        return run

    def stop(self, run_id: str) -> None:
        """End the run's process, if it has one."""
        if run_id in self._active:
            self._engine.stop(run_id)

    def _job(self, run: Run) -> Job:
        folder = self._folder / run.id
        return Job(run.id, run.spec, run.attempt, folder, self._store.checkpoint(run.id))

    def _listen(self) -> None:
        for report in self._engine.events():
            try:
                with self.lock:
                    self._take(report)
            except UnknownError:
                pass  # the run was deleted while its worker was ending
            except Exception:
                log.exception("run %s: a report could not be stored; its worker is given up", report.run_id)
                self._engine.stop(report.run_id)

    def _take(self, report: Report) -> None:
        match report:
            case Told(run_id, CheckpointSaved() as saved):
                self._record(run_id, saved)
            case Told(run_id, BatchesTrained() as batches):
                if self.write(run_id, batches):
                    del self._lost[run_id]
            case Told(run_id, Event() as event):
                self.write(run_id, event)
            case Gone(run_id, exit_code):
                self._part(run_id, exit_code)

    def _record(self, run_id: str, saved: CheckpointSaved) -> None:
        if self._store.record_checkpoint(run_id, saved.attempt, saved.name):
            self._files(run_id).delete_checkpoints(before=saved.name)
            del self._lost[run_id]

    def _part(self, run_id: str, exit_code: int | None) -> None:
        """Go on without a worker: its run has ended, or is resumed, or has failed once too often."""
        self._active.discard(run_id)
        self._lost[run_id] += 1
        try:
            if not self._store.ended(run_id) and self._lost[run_id] == FRUITLESS_ATTEMPTS:
                problem = worker_lost(FRUITLESS_ATTEMPTS, exit_code)
                self.write(run_id, RunFailed(attempt=self._store.run(run_id).attempt, problem=problem))
            if self._store.ended(run_id):
                del self._lost[run_id]
                tidy(run_id, self._store, self._folder)
        except UnknownError:
            self._files(run_id).delete()  # of a deleted run: what its worker still wrote
        self._interrupt_orphans(f"its process was lost ({exit_words(exit_code)})")
        self.dispatch()

    def _interrupt_orphans(self, reason: str) -> None:
        for run_id in self._store.ids("running"):
            if run_id not in self._active:
                attempt = self._store.run(run_id).attempt
                self.write(run_id, RunInterrupted(attempt=attempt, reason=reason))

    def _files(self, run_id: str) -> RunFiles:
        return RunFiles(self._folder / run_id)
