"""News: everybody hears everything once, and the store is read once for all who saw the same."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from math import inf
from pathlib import Path

import pytest

from app.errors import UnknownError
from app.runs.bell import Bell
from app.runs.events import RunCancelled, RunQueued, RunStarted
from app.runs.news import PAGE, Newsroom
from app.runs.store import Store
from tests.runs.scripted import SPEC, batches
from tests.runs.watching import parsed

CROWD = 20


class CountedStore(Store):
    """A store that counts how often it is read."""

    readings = 0

    def events(self, run_id: str, since: int = 0, limit: int = -1) -> list[tuple[int, str]]:
        """As always."""
        self.readings += 1
        return super().events(run_id, since, limit)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CountedStore]:
    with closing(CountedStore(tmp_path / "runs.db")) as store:
        store.create("one", RunQueued(spec=SPEC))
        store.append("one", RunStarted())
        yield store


async def heard(newsroom: Newsroom, since: int = 0) -> list[int]:
    """The numbers of all that a follower hears."""
    return [event["seq"] for event in parsed([text async for text in newsroom.follow("one", since)])]


def test_a_crowd_reads_the_store_as_often_as_one(store: CountedStore) -> None:
    bell = Bell()
    newsroom = Newsroom(store, bell)

    async def train() -> None:
        for step in range(5):
            store.append("one", batches(step, 1))
            bell.ring("one")
            await asyncio.sleep(0)
        store.append("one", RunCancelled())
        bell.ring("one")

    async def follow() -> list[list[int]]:
        crowd = asyncio.gather(*(heard(newsroom) for _ in range(CROWD)))
        await train()
        return await crowd

    crowd = asyncio.run(follow())
    assert crowd == [list(range(1, 9))] * CROWD
    assert store.readings < CROWD
    assert newsroom.lag.up_to()[inf] >= CROWD


def test_what_lies_back_further_than_a_page_is_read_page_by_page(store: CountedStore) -> None:
    for step in range(2 * PAGE):
        store.append("one", batches(step, 1))
    store.append("one", RunCancelled())
    assert asyncio.run(heard(Newsroom(store, Bell()), since=1)) == list(range(2, 2 * PAGE + 4))


def test_what_happened_long_ago_says_nothing_about_the_lag(store: CountedStore) -> None:
    store.append("one", RunCancelled())
    newsroom = Newsroom(store, Bell())
    asyncio.run(heard(newsroom))
    assert newsroom.lag.up_to()[inf] == 0


def test_a_run_that_is_deleted_while_it_is_followed_is_unknown(store: CountedStore) -> None:
    bell = Bell()
    newsroom = Newsroom(store, bell)

    async def follow() -> None:
        seen = count(1)
        async for _ in newsroom.follow("one", 0):
            if next(seen) == 2:
                store.delete("one")
                bell.ring("one")

    with pytest.raises(UnknownError):
        asyncio.run(follow())


def test_a_closed_newsroom_sends_everybody_home(store: CountedStore) -> None:
    newsroom = Newsroom(store, Bell())

    async def follow() -> list[int]:
        follower = asyncio.create_task(heard(newsroom))
        while not store.readings:
            await asyncio.sleep(0)
        newsroom.close()
        return await follower

    assert asyncio.run(follow()) == [1, 2]
