"""Saver: writes snapshots and checkpoints while the training goes on, in order."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from app.runs.events import Event, SnapshotSaved
from app.runs.files import Arrays, RunFiles


@dataclass(frozen=True)
class CheckpointSaved:
    """A new worker can go on from the file `name`; everything emitted before this happened before it."""

    attempt: int
    """Whose checkpoint it is."""
    name: str
    """The file in the run's folder."""


Notice = Event | CheckpointSaved
Emit = Callable[[Notice], None]


class Saver:
    """A thread for the disk: a training waits for it only when it is a whole snapshot behind."""

    def __init__(self, files: RunFiles, attempt: int, emit: Emit) -> None:
        self._files = files
        self._attempt = attempt
        self._emit = emit
        self._thread = ThreadPoolExecutor(1, "saver")
        self._snapshot: Future[None] | None = None
        self._checkpoint: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._thread.shutdown()

    def save_snapshot(self, step: int, weights: Arrays, memory: Arrays | None = None) -> None:
        """Keep the weights after `step` updates, and what the optimizer remembers."""
        if self._snapshot:
            self._snapshot.result()
        self._snapshot = self._thread.submit(self._write_snapshot, step, weights, memory)

    def save_checkpoint(self, step: int, state: Callable[[], Arrays]) -> None:
        """Keep the state after `step` updates, unless the last one is still being written."""
        if self._checkpoint:
            if not self._checkpoint.done():
                return
            self._checkpoint.result()
        self._checkpoint = self._thread.submit(self._write_checkpoint, step, state())

    def finish(self) -> None:
        """Wait until everything is on the disk.

        Errors: the OSError that kept a file from being written.
        """
        for pending in (self._snapshot, self._checkpoint):
            if pending:
                pending.result()

    def _write_snapshot(self, step: int, weights: Arrays, memory: Arrays | None) -> None:
        self._files.write_snapshot(step, weights, memory)
        self._emit(SnapshotSaved(attempt=self._attempt, step=step))

    def _write_checkpoint(self, step: int, state: Arrays) -> None:
        name = self._files.write_checkpoint(self._attempt, step, state)
        self._emit(CheckpointSaved(self._attempt, name))
