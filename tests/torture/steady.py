"""`python -m tests.torture.steady`: the playground with a worker that only talks, as much as it is told to.

The spec says how much: `batch_size` updates in each message, and `seed` messages at once before the steady
ones. It goes on until it is stopped.
"""

import threading
import time
from collections.abc import Iterator
from itertools import count
from queue import SimpleQueue
from unittest.mock import patch

from app.cli import main
from app.runs.engine import Gone, Job, Readiness, Report, Told
from app.runs.events import BatchesTrained, RunStarted

RATE = 20
"""Messages a second: as many as a real worker sends at most."""


class SteadyEngine:
    """An engine of threads that only talk."""

    def __init__(self) -> None:
        self._reports: SimpleQueue[Report | None] = SimpleQueue()
        self._stops: dict[str, threading.Event] = {}

    @property
    def trainer(self) -> Readiness:
        """Always there."""
        return "busy" if self._stops else "ready"

    def start(self, job: Job) -> None:
        """Talk about this job."""
        stop = self._stops[job.run_id] = threading.Event()
        threading.Thread(target=self._talk, args=(job, stop), daemon=True).start()

    def stop(self, run_id: str) -> None:
        """Say no more."""
        self._stops[run_id].set()

    def events(self) -> Iterator[Report]:
        """What the threads said."""
        while report := self._reports.get():
            yield report

    def close(self) -> None:
        """Send everybody home."""
        for stop in self._stops.values():
            stop.set()
        self._reports.put(None)

    def _talk(self, job: Job, stop: threading.Event) -> None:
        self._reports.put(Told(job.run_id, RunStarted()))
        begin = time.monotonic()
        for number in count():
            due = begin + max(number - job.spec.seed, 0) / RATE
            if stop.wait(max(due - time.monotonic(), 0)):
                break
            self._reports.put(Told(job.run_id, message(number, job.spec.batch_size)))
        self._reports.put(Gone(job.run_id, 0))


def message(number: int, updates: int) -> BatchesTrained:
    """So many updates, told in one message; each costs about 40 bytes."""
    first = number * updates
    numbers = tuple(1 / (first + i + 3) for i in range(updates))
    return BatchesTrained(epoch=1, first_step=first, loss=numbers, accuracy=numbers, seconds=number / RATE)


if __name__ == "__main__":
    with patch("app.main.LocalEngine", SteadyEngine):
        main()
