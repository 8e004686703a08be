"""Runs: start, follow, cancel and delete trainings; the door to this room for web and command line."""

from collections.abc import AsyncGenerator
from functools import lru_cache
from pathlib import Path

from app.errors import BusyError, ConflictError, PlaygroundError
from app.network.spec import Spec
from app.runs.archive import Archive
from app.runs.bell import Bell
from app.runs.claim import Claim
from app.runs.dispatcher import Dispatcher
from app.runs.engine import Engine, Readiness
from app.runs.events import RunCancelled, RunQueued
from app.runs.journal import note
from app.runs.limits import Limits
from app.runs.news import Newsroom
from app.runs.recorded import RECORDED
from app.runs.retention import forget, taken
from app.runs.run import Run, new_id
from app.runs.tidy import sweep
from app.runs.vitals import Vitals


class Runs(Archive):
    """All runs of a folder and the engine that trains them; safe to use from any thread."""

    def __init__(self, folder: Path, engine: Engine, limits: Limits | None = None) -> None:
        super().__init__(folder)
        self._engine = engine
        self._limits = limits or Limits()
        self._bell = Bell()
        self._wire = lru_cache(1)(self._as_wire)

    def open(self) -> None:
        """Go on where the last playground in this folder stopped: interrupted runs first.

        Errors: `folder_in_use`, `store_unusable`.
        """
        self._claim = Claim(self._folder)  # first: to open may replace the recorded run
        try:
            super().open()
            sweep(self._store, self._run_folder)
        except PlaygroundError:
            self._claim.release()
            raise
        self._news = Newsroom(self._store, self._bell)
        self._dispatcher = Dispatcher(
            self._store, self._run_folder, self._engine, self._limits, self._bell.ring
        )
        self._dispatcher.open()

    def halt(self) -> None:
        """Begin to stop training, which takes seconds; all else goes on until `close`."""
        self._dispatcher.halt()

    def close(self) -> None:
        """End every process; the next `open` goes on with what trained, from a checkpoint of this moment."""
        self._dispatcher.close()
        self._news.close()
        super().close()
        self._claim.release()

    @property
    def trainer(self) -> Readiness:
        """Whether a run would start at once, has to wait for TensorFlow, or one trains already."""
        return self._engine.trainer

    def vitals(self) -> Vitals:
        """How it goes, in numbers."""
        return Vitals(
            runs=self._store.counts(),
            waiting=len(self._waiting()),
            followers=self._bell.listeners,
            workers_lost=self._dispatcher.workers_lost,
            bytes=taken(self._store, self._run_folder),
            stored=self._dispatcher.lag,
            followed=self._news.lag,
        )

    def wire(self) -> str:
        """All runs as they travel, the newest first; those who ask while nothing happens share a text."""
        return self._wire(self._bell.rings)

    def submit(self, spec: Spec) -> Run:
        """Accept a run; it trains as soon as it is its turn.

        Errors: `queue_full`.
        """
        with self._dispatcher.lock:
            if len(self._waiting()) >= self._limits.queue:
                raise queue_full(self._limits.queue)
            queued = RunQueued(spec=spec)
            run = self._store.create(new_id(), queued)
            note(run.id, queued)
            self._dispatcher.dispatch()
        self._bell.ring(run.id)
        return self.get(run.id)

    def cancel(self, run_id: str) -> Run:
        """End a run now, whether it waits or trains; what it has learned is kept.

        Errors: `unknown_run`, `run_ended`.
        """
        with self._dispatcher.lock:
            run = self.get(run_id)
            if run.ended:
                raise run_ended(run)
            # The store decides: from here on nothing that the worker may still say counts.
            self._dispatcher.write(run_id, RunCancelled(attempt=run.attempt))
            self._dispatcher.stop(run_id)
        return self.get(run_id)

    def delete(self, run_id: str) -> None:
        """Forget an ended run and remove its files.

        Errors: `unknown_run`, `run_not_ended`, `recorded_run`.
        """
        with self._dispatcher.lock:
            refuse_to_delete(self.get(run_id))
            forget(run_id, self._store, self._run_folder, "asked")
        self._bell.ring(run_id)

    def follow(self, run_id: str, since: int = 0) -> AsyncGenerator[str, None]:
        """What happened after event number `since`, then live, as it travels; ends with the run.

        Each follower reads the store at its own speed. Errors: `unknown_run`.
        """
        return self._news.follow(run_id, since)

    def _waiting(self) -> list[str]:
        return self._dispatcher.waiting()

    def _as_wire(self, _rings: int) -> str:
        """True until the bell rings again."""
        return f"[{','.join(run.model_dump_json() for run in self.all())}]"


def queue_full(limit: int) -> BusyError:
    """What to say when too many wait."""
    return BusyError(
        "queue_full",
        f"{limit} runs wait already; this one was not accepted.",
        expected=f"at most {limit} runs that wait",
        got=str(limit),
        hint="Send it again when a run has ended, or cancel one that waits.",
    )


def run_ended(run: Run) -> ConflictError:
    """What to say when there is nothing left to cancel."""
    return ConflictError(
        "run_ended",
        f"Run {run.id} has ended already.",
        expected="a run that waits or trains",
        got=run.status,
    )


def refuse_to_delete(run: Run) -> None:
    """Only ended runs can be deleted, and never the recorded one."""
    if run.id == RECORDED:
        raise ConflictError(
            "recorded_run", "The recorded run comes with the playground and cannot be deleted.", got=run.id
        )
    if not run.ended:
        raise ConflictError(
            "run_not_ended",
            f"Run {run.id} is {run.status} and cannot be deleted.",
            expected="a run that has ended",
            got=run.status,
            hint=f"Cancel it first: POST /api/runs/{run.id}/cancellation.",
        )
