"""The worker process: loads TensorFlow, waits for its job, trains it, ends. It never outlives its parent."""

import importlib
import os
import signal
import threading
from multiprocessing.connection import Connection
from queue import SimpleQueue

from app.runs.engine import Job
from app.runs.saver import Notice
from app.runs.train import train

READY = "ready"
STOP = "stop"
PARENT_GONE = 1
"""Exit code of a worker that nobody hears any more."""


def main(pipe: Connection) -> None:
    """Work, then end at once: taking TensorFlow down in good order takes a second and changes nothing."""
    work(pipe)
    os._exit(0)


def work(pipe: Connection) -> None:
    """A worker's life at its end of `pipe`: says READY, gets a Job, sends notices; STOP may come any time."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is meant for the server
    line = Line(pipe)
    importlib.import_module("app.network.training")
    line.send(READY)
    job = line.jobs.get()
    # A service manager tells every process to end, not the server alone; a spare has nothing to keep.
    signal.signal(signal.SIGTERM, lambda *_: line.stopped.set())
    train(job, line.send, line.stopped.is_set)


class Line:
    """The worker's end of its pipe; a thread listens, also in the middle of a compilation."""

    def __init__(self, pipe: Connection) -> None:
        self.jobs: SimpleQueue[Job] = SimpleQueue()
        self.stopped = threading.Event()
        self._pipe = pipe
        self._sending = threading.Lock()
        threading.Thread(target=self._listen, name="line", daemon=True).start()

    def send(self, message: Notice | str) -> None:
        """Tell the parent; from any thread."""
        try:
            with self._sending:
                self._pipe.send(message)
        except OSError:
            os._exit(PARENT_GONE)

    def _listen(self) -> None:
        while True:
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                os._exit(PARENT_GONE)
            if message == STOP:
                self.stopped.set()
            else:
                self.jobs.put(message)
