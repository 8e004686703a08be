"""Runs: start, follow, cancel and delete trainings; the door to this room for web and command line."""

from collections.abc import AsyncGenerator
from pathlib import Path

from app.errors import BusyError, ConflictError, PlaygroundError
from app.network.spec import Spec
from app.runs.archive import Archive
from app.runs.bell import Bell
from app.runs.claim import Claim
from app.runs.dispatcher import Dispatcher
from app.runs.engine import Engine, Readiness
from app.runs.events import RunCancelled, RunQueued
from app.runs.files import RunFiles
from app.runs.recorded import RECORDED
from app.runs.run import Run, new_id
from app.runs.tidy import sweep

PAGE = 200
"""Events that a follower reads at a time: a slow one costs no memory."""


class Runs(Archive):
    """All runs of a folder and the engine that trains them; safe to use from any thread."""

    def __init__(self, folder: Path, engine: Engine, *, parallel: int = 1, queue_limit: int = 300) -> None:
        super().__init__(folder)
        self._engine = engine
        self._parallel = parallel
        self._queue_limit = queue_limit
        self._bell = Bell()
        self._closed = False

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
        self._dispatcher = Dispatcher(
            self._store, self._run_folder, self._engine, self._parallel, self._bell.ring
        )
        self._dispatcher.open()

    def close(self) -> None:
        """End every process; the next `open` goes on with what trained, from a checkpoint of this moment."""
        self._closed = True
        self._dispatcher.close()
        self._bell.ring_all()
        super().close()
        self._claim.release()

    @property
    def trainer(self) -> Readiness:
        """Whether a run would start at once, has to wait for TensorFlow, or one trains already."""
        return self._engine.trainer

    def submit(self, spec: Spec) -> Run:
        """Accept a run; it trains as soon as it is its turn.

        Errors: `queue_full`.
        """
        with self._dispatcher.lock:
            if len(self._waiting()) >= self._queue_limit:
                raise queue_full(self._queue_limit)
            run = self._store.create(new_id(), RunQueued(spec=spec))
            self._dispatcher.dispatch()
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
            RunFiles(self._run_folder / run_id).delete()
            self._store.delete(run_id)
        self._bell.ring(run_id)

    async def follow(self, run_id: str, since: int = 0) -> AsyncGenerator[str, None]:
        """What happened after event number `since`, then live, as it travels; ends with the run.

        Each follower reads the store at its own speed. Errors: `unknown_run`.
        """
        with self._bell.listening(run_id) as rung:
            while not self._closed:
                rung.clear()
                # Asked before reading, so that nothing can be written after what is read. Both answers come
                # from SQLite's cache, in less time than another thread would need to wake up.
                ended = self._store.ended(run_id)
                page = self._store.events(run_id, since, PAGE)
                for _, text in page:
                    yield text
                if page:
                    since = page[-1][0]
                if len(page) < PAGE:
                    if ended:
                        return
                    await rung.wait()

    def _waiting(self) -> list[str]:
        return self._dispatcher.waiting()


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
