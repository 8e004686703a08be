"""WorkerProcess: the engine's view of one worker, and the only end of its pipe that this process holds."""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from threading import Timer

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
        self._means: list[Timer] = []
        """Stronger ones, for a worker that was asked to stop and does not."""

    @property
    def pid(self) -> int:
        """Its number in the system."""
        return self._process.pid or 0

    def take(self, job: Job) -> None:
        """Train this, as soon as TensorFlow is loaded."""
        self.job = job
        self._send(job)

    def ask_to_stop(self, patience: float = PATIENCE_SECONDS) -> None:
        """End after the updates in hand, with a checkpoint, within so many seconds; after that, by force."""
        self._send(STOP)
        self._after(patience, self._process.terminate)
        self._after(patience + LAST_SECONDS, self._process.kill)

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
        for means in self._means:
            means.cancel()
            means.join()
        self._process.join(EXIT_SECONDS)
        self._process.kill()
        self._process.join()
        exit_code = self._process.exitcode
        self._process.close()
        self.pipe.close()
        return exit_code

    def _after(self, seconds: float, means: Callable[[], None]) -> None:
        """Take some means then; whoever listens may be waiting for the rest of a sentence."""
        timer = Timer(seconds, means)
        timer.daemon = True
        timer.start()
        self._means.append(timer)

    def _send(self, message: Job | str) -> None:
        with suppress(OSError):  # it has ended; the engine will hear of that from the pipe
            self.pipe.send(message)
