"""Lag: how long events were on their way, counted since the start."""

import threading
from bisect import bisect_left
from datetime import UTC, datetime
from itertools import accumulate

EDGES = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds; what took longer is counted behind the last."""


class Lag:
    """A histogram of seconds; safe to use from any thread."""

    def __init__(self) -> None:
        self.seconds = 0.0
        """The sum of all."""
        self._counts = [0] * (len(EDGES) + 1)
        self._lock = threading.Lock()

    def add(self, at: datetime) -> None:
        """An event of that time has arrived now."""
        seconds = max((datetime.now(UTC) - at).total_seconds(), 0)  # the clock may have been set back
        with self._lock:
            self.seconds += seconds
            self._counts[bisect_left(EDGES, seconds)] += 1

    def up_to(self) -> dict[float, int]:
        """For each edge, how many took no longer; for infinity all."""
        with self._lock:
            return dict(zip((*EDGES, float("inf")), accumulate(self._counts), strict=True))
