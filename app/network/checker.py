"""Checker: asks TensorFlow, in a process of its own, for gradients and updates; never waits for long."""

import multiprocessing
import time
from collections.abc import Collection, Mapping, Sequence
from threading import Lock
from typing import Any, Literal

from numpy.typing import NDArray

from app.network.interrupts import interrupts_blocked
from app.network.recorder import main

PATIENCE_SECONDS = 0.3
"""For an answer that takes a few milliseconds, on a machine that may be training."""
STEP_PATIENCE_SECONDS = 3.0
"""For a whole update of any network, which is asked for alone."""
DEADLINE_SECONDS = 120
"""A process that has neither loaded nor answered by then never will."""
MOST_FAILED_STARTS = 3

Answer = dict[str, NDArray[Any]] | Literal["loading", "unavailable"]
"""A gradient or a weight by its name; "loading": ask again; "unavailable": TensorFlow does not answer."""


class Checker:
    """Keeps one process with TensorFlow: started by the first question, and again when it has ended."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: RecorderProcess | None = None
        self._failed_starts = 0
        self._closed = False

    def ask(self, program: Sequence[Any], values: Mapping[str, Any], wrt: Collection[str]) -> Answer:
        """TensorFlow's gradients of a `Graph.program`; from any thread."""
        answer = self._ask("differentiated", (program, dict(values), tuple(wrt)), PATIENCE_SECONDS)
        theirs: Answer = answer if answer in ("loading", "unavailable") else answer[1]
        return theirs

    def step(self, *question: Any) -> Answer:
        """The weights after an update by Keras: what `keras_step` says; from any thread."""
        answer: Answer = self._ask("keras_step", question, STEP_PATIENCE_SECONDS)
        return answer

    def _ask(self, name: str, question: tuple[Any, ...], seconds: float) -> Any:
        if not self._lock.acquire(timeout=PATIENCE_SECONDS):
            return "loading"
        try:
            process = self._living()
            return process.ask((name, question), seconds) if process else "unavailable"
        except (EOFError, OSError):  # it ended over this question
            return "unavailable"
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._closed = True
            self._bury()

    def _living(self) -> "RecorderProcess | None":
        """The process, a new one if it has ended or hangs; none if it cannot be started."""
        if self._process and not (self._process.alive and self._process.in_time):
            self._failed_starts = 0 if self._process.ready else self._failed_starts + 1
            self._bury()
        if not self._process and not self._closed and self._failed_starts < MOST_FAILED_STARTS:
            self._process = RecorderProcess()
        return self._process

    def _bury(self) -> None:
        if self._process:
            self._process.end()
        self._process = None


class RecorderProcess:
    """A process with TensorFlow, which is asked one question at a time."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=main, args=(theirs,), name="recorder", daemon=True)
        with interrupts_blocked():
            self._process.start()
        theirs.close()
        self.ready = False
        """Whether it has loaded TensorFlow."""
        self._listens = False
        """Whether it neither loads nor computes."""
        self._busy_since = time.monotonic()

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid or 0

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.is_alive()

    @property
    def in_time(self) -> bool:
        """Whether it has said what it owes, or may still do so."""
        is_late = time.monotonic() - self._busy_since > DEADLINE_SECONDS
        return self._listens or not is_late or self._pipe.poll()

    def ask(self, question: tuple[str, tuple[Any, ...]], seconds: float) -> Any:
        """Its answer, if it comes so soon.

        Errors: EOFError or OSError if it ends meanwhile.
        """
        if not self._listens:
            self._hear(PATIENCE_SECONDS if self.ready else 0)  # READY, or an answer nobody waits for any more
        if not self._listens:
            return "loading"
        self._listens, self._busy_since = False, time.monotonic()
        self._pipe.send(question)
        answer = self._hear(seconds)
        if not self._listens:
            return "loading"
        return "unavailable" if answer is None else answer

    def end(self) -> None:
        """Kill it, if it has not ended, and clear it away."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()

    def _hear(self, seconds: float) -> Any:
        """What it says; nothing if it says nothing for so long."""
        if not self._pipe.poll(seconds):
            return None
        said = self._pipe.recv()
        self.ready = self._listens = True
        return said
