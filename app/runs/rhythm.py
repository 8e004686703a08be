"""The rhythm of a training: length of a chunk, time between messages, steps of the snapshots."""

import time

from app.network.batches import MOST_UPDATES
from app.network.spec import Spec

MESSAGE_SECONDS = 0.05
"""At most 20 messages a second: enough for a moving curve."""
CHECKPOINT_SECONDS = 5.0
"""Work that a lost worker may cost within a long epoch."""
MOST_MARKS = 40
"""Snapshots after the first 256 updates, however many epochs there are."""


def snapshot_steps(spec: Spec) -> list[int]:
    """Updates after which the weights are kept: 0, 1, 2, 4 … 256, every quarter of an epoch, the last.

    Every fortieth of the run where that is longer than a quarter of an epoch: a long run stays affordable.
    """
    beginning = [0, *(2**power for power in range(9))]
    distance = max(spec.updates_per_epoch / 4, spec.steps / MOST_MARKS)
    marks = (round(number * distance) for number in range(1, MOST_MARKS + 1))
    steps = {*beginning, *(mark for mark in marks if mark > beginning[-1]), spec.steps}
    return sorted(step for step in steps if step <= spec.steps)


class Pace:
    """How many updates a chunk should have, to take about as long as the time between two messages."""

    def __init__(self) -> None:
        self.updates = 1

    def learn(self, updates: int, seconds: float) -> None:
        """Adapt to a chunk just done; at most double, as the first ones tell little."""
        fitting = int(updates * MESSAGE_SECONDS / max(seconds, 1e-6))
        self.updates = max(1, min(fitting, 2 * self.updates, MOST_UPDATES))


class Interval:
    """A thing to do every so often."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.restart()

    @property
    def over(self) -> bool:
        """Whether it is time."""
        return time.monotonic() - self._start >= self._seconds

    def restart(self) -> None:
        """Count from now."""
        self._start = time.monotonic()
