"""Dispatcher: gives waiting runs to the engine, and writes down what comes back."""

import logging
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.errors import UnknownError
from app.runs.engine import Engine, Gone, Job, Told
from app.runs.events import BatchesTrained, Event, RunFailed, RunInterrupted
from app.runs.files import RunFiles
from app.runs.journal import note
from app.runs.lag import Lag
from app.runs.limits import Limits
from app.runs.problems import exit_words, worker_lost
from app.runs.retention import retain
from app.runs.run import Run
from app.runs.saver import CheckpointSaved
from app.runs.store import Store
from app.runs.tidy import tidy

FRUITLESS_ATTEMPTS = 3
"""Workers that a run may lose in a row without getting any further."""
RETRY_SECONDS = 5.0

log = logging.getLogger(__name__)


class Dispatcher:
    """Keeps the engine busy; every change of the store goes through `lock`."""

    def __init__(
        self, store: Store, folder: Path, engine: Engine, limits: Limits, changed: Callable[[str], None]
    ) -> None:
        self.lock = threading.RLock()
        self.lag = Lag()
        """Until what a worker told was stored."""
        self.workers_lost = 0
        """Workers that ended before their run did."""
        self._store = store
        self._folder = folder
        self._engine = engine
        self._limits = limits
        self._changed = changed
        self._active: set[str] = set()
        self._lost: Counter[str] = Counter()
        self._given_up: set[str] = set()
        """Runs whose worker told something that could not be stored: nothing that it tells later counts."""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="dispatcher", daemon=True)

    def open(self) -> None:
        """Take up the runs that were interrupted, then those that wait."""
        with self.lock:
            for run_id in self._store.ids("running"):
                self._interrupt(self._store.run(run_id), "the playground was stopped")
            self._retain()
            self.dispatch()
        self._thread.start()

    def halt(self) -> None:
        """Begin to stop training; what trains now keeps a checkpoint and is resumed at the next `open`."""
        self._closed.set()
        self._engine.close()

    def close(self) -> None:
        """Stop training, and wait until it has ended."""
        self.halt()
        self._thread.join()

    def waiting(self) -> list[str]:
        """Runs that wait for a process, the next first; interrupted ones are older than all others."""
        return [run_id for run_id in self._store.ids("queued") if run_id not in self._active]

    def dispatch(self) -> None:
        """Give the next runs to the engine; where no process can be started they wait for another chance."""
        self._works(self._dispatch)

    def write(self, run_id: str, event: Event) -> Run | None:
        """Store what is new in `event` and wake those who follow the run; none if nothing is new."""
        with self.lock:
            run = self._store.append(run_id, event)
        if run:
            note(run_id, event)
            self._changed(run_id)
        return run

    def stop(self, run_id: str) -> None:
        """End the run's process, if it has one."""
        if run_id in self._active:
            self._engine.stop(run_id)

    def _dispatch(self) -> None:
        """As many as may train at the same time."""
        for run_id in self.waiting()[: self._limits.parallel - len(self._active)]:
            self._engine.start(self._job(self._store.run(run_id)))
            self._active.add(run_id)

    def _job(self, run: Run) -> Job:
        folder = self._folder / run.id
        return Job(run.id, run.spec, run.attempt, folder, self._store.checkpoint(run.id))

    def _listen(self) -> None:
        for report in self._engine.events():
            match report:
                case Told(run_id) if run_id not in self._given_up:
                    if not self._works(partial(self._hear, report)):
                        self._given_up.add(run_id)
                        self._engine.stop(run_id)
                case Gone(run_id):
                    self._insist(partial(self._part, report))
                    self._works(self._retain)
                    self._insist(self._dispatch)
                    self._changed(run_id)  # others may have moved up

    def _insist(self, deed: Callable[[], None]) -> None:
        """Do what nobody else would make up for; a full disk may have room again later."""
        while not self._works(deed):
            if self._closed.wait(RETRY_SECONDS):
                return

    def _works(self, deed: Callable[[], None]) -> bool:
        try:
            with self.lock:
                deed()
        except Exception:
            log.exception("what was to be done for the runs could not be done")
            return False
        return True

    def _hear(self, told: Told) -> None:
        with suppress(UnknownError):  # the run was deleted while its worker was ending
            match told.notice:
                case CheckpointSaved() as saved:
                    self._record(told.run_id, saved)
                case BatchesTrained() as batches:
                    if self.write(told.run_id, batches):
                        del self._lost[told.run_id]
                    self.lag.add(batches.at)
                case Event() as event:
                    self.write(told.run_id, event)

    def _record(self, run_id: str, saved: CheckpointSaved) -> None:
        if self._store.record_checkpoint(run_id, saved.attempt, saved.name):
            self._files(run_id).delete_checkpoints(before=saved.name)
            del self._lost[run_id]

    def _part(self, gone: Gone) -> None:
        """Go on without a worker: its run has ended, or is resumed, or has failed once too often."""
        try:
            if not self._store.ended(gone.run_id):
                self._set_back(gone)
            if self._store.ended(gone.run_id):
                del self._lost[gone.run_id]
                self._tidy(gone.run_id)
        except UnknownError:
            self._files(gone.run_id).delete()  # of a deleted run: what its worker still wrote
        self._active.discard(gone.run_id)
        self._given_up.discard(gone.run_id)

    def _tidy(self, run_id: str) -> None:
        try:
            tidy(run_id, self._store, self._folder)
        except OSError:  # costs room until the next start; the next run need not wait for it
            log.exception("what nobody needs any more could not be removed", extra={"run": run_id})

    def _set_back(self, gone: Gone) -> None:
        run, lost = self._store.run(gone.run_id), self._lost[gone.run_id] + 1
        if lost == FRUITLESS_ATTEMPTS:
            self.write(run.id, RunFailed(attempt=run.attempt, problem=worker_lost(lost, gone.exit_code)))
        elif run.status == "running":
            self._interrupt(run, f"its process was lost ({exit_words(gone.exit_code)})")
        self._lost[run.id] = lost
        self.workers_lost += 1
        log.warning("worker_lost", extra={"run": run.id, "exit_code": gone.exit_code, "in_a_row": lost})

    def _retain(self) -> None:
        for run_id in retain(self._store, self._folder, self._limits):
            self._changed(run_id)

    def _interrupt(self, run: Run, reason: str) -> None:
        self.write(run.id, RunInterrupted(attempt=run.attempt, reason=reason))

    def _files(self, run_id: str) -> RunFiles:
        return RunFiles(self._folder / run_id)
