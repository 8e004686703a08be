"""Whoever looks at one moment of a run finds the others evaluated."""

import asyncio
from collections.abc import Callable, Hashable, Iterator
from contextlib import closing
from typing import Any, TypeVar, cast

import pytest

from app.digits.mnist import Mnist, Split, load
from app.runs.archive import Archive
from app.runs.models import Model
from app.runs.runs import Runs
from app.web.judge import Judge, outward, question
from app.web.thinking import Thinker

T = TypeVar("T")


class Resting(Archive):
    """Runs that nobody trains, or somebody does."""

    trainer = "ready"


@pytest.fixture
def runs(tmp_path: Any) -> Iterator[Resting]:
    archive = Resting(tmp_path)
    archive.open()
    with closing(archive):
        yield archive


class Counting(Thinker):
    """A thinker that remembers what it had to calculate."""

    def __init__(self) -> None:
        super().__init__()
        self.calculated: list[Hashable] = []

    async def once(self, question: Hashable, calculate: Callable[[], T]) -> T:
        """The same, but remembered."""
        if not self.knows(question):
            self.calculated.append(question)
        return await super().once(question, calculate)


@pytest.fixture
def thinker() -> Iterator[Counting]:
    with closing(Counting()) as thinker:
        yield thinker


def ten_digits() -> Mnist:
    """A test set that is soon judged."""
    every = load()
    return Mnist(every.train, Split(every.test.images[:10], every.test.labels[:10]), every.source)


async def looked_at(runs: Archive, thinker: Thinker, run_id: str = "recorded") -> None:
    """Evaluate the newest moment, look ahead twice, and wait until that is over."""
    judge = Judge(cast(Runs, runs), ten_digits(), thinker)
    newest = runs.model("recorded")
    await judge.evaluation(newest)
    for _ in range(2):
        judge.look_ahead(Model(run_id, newest.step, newest.network))
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.gather(*others)


def test_every_other_moment_is_evaluated_ahead_and_once(runs: Resting, thinker: Counting) -> None:
    asyncio.run(looked_at(runs, thinker))
    steps = runs.snapshots("recorded")
    assert thinker.calculated == [question("recorded", step) for step in reversed(steps)]


def test_while_somebody_trains_nothing_is_evaluated_ahead(runs: Resting, thinker: Counting) -> None:
    runs.trainer = "busy"
    asyncio.run(looked_at(runs, thinker))
    assert thinker.calculated == [question("recorded", 2345)]


def test_a_run_that_was_deleted_ends_it(runs: Resting, thinker: Counting) -> None:
    asyncio.run(looked_at(runs, thinker, "nosuchrun"))
    assert thinker.calculated == [question("recorded", 2345)]


def test_the_nearest_moments_come_first() -> None:
    assert outward([0, 1, 2, 4, 8], 2) == [2, 1, 4, 0, 8]
    assert outward([0, 1, 2], 2) == [2, 1, 0]
    assert outward([0, 1, 2], 0) == [0, 1, 2]
    assert outward([], 3) == []
