"""The vitals tell how a playground does."""

import asyncio
from contextlib import aclosing
from math import inf
from pathlib import Path

import pytest

from app.network.spec import Spec
from app.runs.engine import Gone, Told
from app.runs.events import RunStarted
from app.runs.vitals import Vitals
from tests.runs.scripted import batches, opened


def test_they_count_runs_followers_lost_workers_and_what_was_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(tmp_path) as (runs, engine):
        first = runs.submit(Spec()).id
        runs.submit(Spec())
        engine.say(Told(first, RunStarted()), Told(first, batches(0, 3)))

        async def while_following() -> Vitals:
            async with aclosing(runs.follow(first)) as events:
                await anext(events)
                return runs.vitals()

        vitals = asyncio.run(while_following())
        assert vitals.runs == {"queued": 1, "running": 1, "finished": 1, "cancelled": 0, "failed": 0}
        assert (vitals.waiting, vitals.followers, vitals.workers_lost) == (1, 1, 0)
        assert vitals.stored.up_to()[inf] == 1
        assert vitals.bytes > 0
        engine.say(Gone(first, -9))
        lost = next(record for record in caplog.records if record.msg == "worker_lost")
        assert (vars(lost)["run"], vars(lost)["exit_code"]) == (first, -9)
        assert (runs.vitals().workers_lost, runs.vitals().followers) == (1, 0)
