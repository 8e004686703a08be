"""News: what happened to a run, told live to all who follow it; those who saw the same share a reading."""

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from app.runs.bell import Bell
from app.runs.lag import Lag
from app.runs.store import Store

PAGE = 20
"""Events that are told at a time: whoever is far behind costs no memory, and lets the others through."""
PAGES_KEPT = 8


@dataclass(frozen=True)
class News:
    """The next events of a run, at most a page."""

    events: list[tuple[int, str]]
    """Number and wire text."""
    over: bool
    """Whether nothing will come after them."""

    @property
    def complete(self) -> bool:
        """Whether there was no more to read."""
        return len(self.events) < PAGE

    @cached_property
    def at(self) -> datetime:
        """When the newest of them happened."""
        return datetime.fromisoformat(json.loads(self.events[-1][1])["at"])


class Newsroom:
    """Tells everybody who follows a run, each at his own speed."""

    def __init__(self, store: Store, bell: Bell) -> None:
        self.lag = Lag()
        """Until a follower took what had just happened."""
        self._store = store
        self._bell = bell
        self._closed = False
        self._since = lru_cache(PAGES_KEPT)(self._read)

    def close(self) -> None:
        """Send everybody home."""
        self._closed = True
        self._bell.ring_all()

    async def follow(self, run_id: str, since: int) -> AsyncGenerator[str, None]:
        """What happened after event number `since`, then live, until the run has ended.

        Errors: `unknown_run`.
        """
        live = False
        with self._bell.listening(run_id) as rung:
            while not self._closed:
                rung.clear()
                news = self._since(run_id, since, self._bell.rings)
                for _, text in news.events:
                    yield text
                since += len(news.events)
                self._told(news, live)
                if news.over:
                    return
                if live := news.complete:
                    await rung.wait()
                else:
                    await asyncio.sleep(0)

    def _read(self, run_id: str, since: int, _rings: int) -> News:
        """The events after number `since`; true until the bell rings again.

        SQLite answers from its cache, in less time than another thread would need to wake up.
        """
        # Asked before reading, so that nothing can be written after what is read.
        ended = self._store.ended(run_id)
        events = self._store.events(run_id, since, PAGE)
        return News(events, ended and len(events) < PAGE)

    def _told(self, news: News, live: bool) -> None:
        if live and news.events:
            self.lag.add(news.at)
