"""WorkerProcess: the engine's view of one worker, and the only end of its pipe that this process holds."""

import multiprocessing
import time
from contextlib import suppress

from app.network.interrupts import interrupts_blocked
from app.runs.engine import Job
from app.runs.saver import Notice
from app.runs.worker import READY, STOP, main

PATIENCE_SECONDS = 3
"""For the updates in hand and a checkpoint; then a worker is told to end once more, by the system."""
LAST_SECONDS = 1
"""Then it is killed."""
EXIT_SECONDS = 1
"""Between the end of the pipe and the end of the process."""


class WorkerProcess:
    """A process that loads TensorFlow, trains one job and ends."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=main, args=(theirs,), daemon=True)
        with interrupts_blocked():
            self._process.start()
        theirs.close()
        self.job: Job | None = None
        """What it trains; none for a spare."""
        self.ready = False
        """Whether it has loaded TensorFlow."""
        self._asked_to_stop: float | None = None
        self._patience: float = PATIENCE_SECONDS

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid or 0

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._asked_to_stop is not None

    def take(self, job: Job) -> None:
        """Train this, as soon as TensorFlow is loaded."""
        self.job = job
        self._send(job)

    def ask_to_stop(self, patience: float = PATIENCE_SECONDS) -> None:
        """End after the updates in hand, with a checkpoint, within so many seconds."""
        self._asked_to_stop = self._asked_to_stop or time.monotonic()
        self._patience = patience
        self._send(STOP)

    def insist(self) -> None:
        """Take stronger means if it was asked to stop and is still there."""
        waited = time.monotonic() - (self._asked_to_stop or time.monotonic())
        if waited > self._patience + LAST_SECONDS:
            self.kill()
        elif waited > self._patience:
            self._process.terminate()

    def kill(self) -> None:
        """End it now."""
        self._process.kill()

    def hear(self) -> Notice | None:
        """The next thing it says about its job, if that is what it says.

        Errors: EOFError once it has ended.
        """
        try:
            message: Notice | str = self.pipe.recv()
        except OSError as error:  # killed in the middle of a sentence
            raise EOFError from error
        if isinstance(message, str):
            self.ready = message == READY
            return None
        return message

    def bury(self) -> int | None:
        """Wait for the process of an ended pipe; its exit code."""
        self._process.join(EXIT_SECONDS)
        self._process.kill()
        self._process.join()
        exit_code = self._process.exitcode
        self._process.close()
        self.pipe.close()
        return exit_code

    def _send(self, message: Job | str) -> None:
        with suppress(OSError):  # it has ended; the engine will hear of that from the pipe
            self.pipe.send(message)
