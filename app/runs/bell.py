"""Bell: the one place where a thread reaches into an event loop."""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

Listener = tuple[asyncio.AbstractEventLoop, asyncio.Event]


class Bell:
    """Wakes the coroutines that wait for news of a run."""

    def __init__(self) -> None:
        self.rings = 0
        """How often it has rung, for whomever."""
        self._lock = threading.Lock()
        self._listeners: defaultdict[str, set[Listener]] = defaultdict(set)

    @property
    def listeners(self) -> int:
        """How many listen now."""
        with self._lock:
            return sum(map(len, self._listeners.values()))

    @contextmanager
    def listening(self, run_id: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever the bell rings for that run; to be used in the loop that runs now."""
        listener = asyncio.get_running_loop(), asyncio.Event()
        with self._lock:
            self._listeners[run_id].add(listener)
        try:
            yield listener[1]
        finally:
            with self._lock:
                self._listeners[run_id].discard(listener)
                if not self._listeners[run_id]:
                    del self._listeners[run_id]

    def ring(self, run_id: str) -> None:
        """Tell everybody who listens; from any thread."""
        with self._lock:
            self.rings += 1
            listeners = list(self._listeners.get(run_id, ()))
        for loop, event in listeners:
            with suppress(RuntimeError):  # that loop was closed in the meantime
                loop.call_soon_threadsafe(event.set)

    def ring_all(self) -> None:
        """Tell everybody."""
        with self._lock:
            run_ids = list(self._listeners)
        for run_id in run_ids:
            self.ring(run_id)
