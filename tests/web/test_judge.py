"""Whoever looks at one moment of a run finds the others evaluated."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from typing import Any, cast

import pytest

from app.digits import mnist
from app.network import evaluation
from app.runs.archive import Archive
from app.runs.models import Model
from app.runs.runs import Runs
from app.web import judge as room
from app.web.judge import Judge, outward, question
from app.web.thinking import Thinker


class Resting(Archive):
    """Runs that nobody trains, or somebody does."""

    trainer = "ready"


@pytest.fixture
def runs(tmp_path: Any) -> Iterator[Resting]:
    archive = Resting(tmp_path)
    archive.open()
    with closing(archive):
        yield archive


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every network that was evaluated."""
    networks: list[object] = []

    def counted(network: Any, split: Any) -> evaluation.Evaluation:
        networks.append(network)
        return evaluation.evaluate(network, mnist.Split(split.images[:10], split.labels[:10]))

    monkeypatch.setattr(room, "evaluate", counted)
    return networks


async def looked_at(runs: Archive, thinker: Thinker, run_id: str = "recorded") -> None:
    """Evaluate the newest moment, look ahead twice, and wait until that is over."""
    judge = Judge(cast(Runs, runs), mnist.load(), thinker)
    newest: Model = runs.model("recorded")
    await judge.evaluation(newest)
    for _ in range(2):
        judge.look_ahead(Model(run_id, newest.step, newest.network))
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.gather(*others)


def test_every_other_moment_is_evaluated_ahead_and_once(runs: Resting, judged: list[object]) -> None:
    with closing(Thinker()) as thinker:
        asyncio.run(looked_at(runs, thinker))
        steps = runs.snapshots("recorded")
        assert all(thinker.knows(question("recorded", step)) for step in steps)
    assert len(judged) == len(steps)


def test_while_somebody_trains_nothing_is_evaluated_ahead(runs: Resting, judged: list[object]) -> None:
    runs.trainer = "busy"
    with closing(Thinker()) as thinker:
        asyncio.run(looked_at(runs, thinker))
    assert len(judged) == 1


def test_a_run_that_was_deleted_ends_it(runs: Resting, judged: list[object]) -> None:
    with closing(Thinker()) as thinker:
        asyncio.run(looked_at(runs, thinker, "nosuchrun"))
    assert len(judged) == 1


def test_the_nearest_moments_come_first() -> None:
    assert outward([0, 1, 2, 4, 8], 2) == [2, 1, 4, 0, 8]
    assert outward([0, 1, 2], 2) == [2, 1, 0]
    assert outward([0, 1, 2], 0) == [0, 1, 2]
    assert outward([], 3) == []
