"""Runs: real trainings in real processes, told once to everybody who asks."""

import asyncio
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.errors import BusyError, ConflictError, PlaygroundError, UnknownError
from app.runs.claim import Claim
from app.runs.engine import Gone, Told
from app.runs.events import RunStarted, SnapshotSaved
from app.runs.recorded import RECORDED
from app.runs.run import Run
from app.runs.runs import Runs
from app.runs.store import Store
from tests.runs.conftest import ENDLESS, TINY
from tests.runs.scripted import ScriptedEngine, opened
from tests.runs.watching import curve, followed, parsed, until, with_reconnects


def test_a_run_trains_to_its_end_and_every_follower_sees_everything_once(runs: Runs) -> None:
    run = runs.submit(TINY)
    assert run.status == "queued"

    async def listen() -> list[list[dict[str, Any]]]:
        reconnecting = (with_reconnects(runs, run.id, patience) for patience in (1, 4))
        return list(await asyncio.gather(followed(runs, run.id), *reconnecting))

    stored, *others = asyncio.run(listen())
    assert all(other == stored for other in others)
    assert stored == parsed(runs.events(run.id))
    assert [event["seq"] for event in stored] == list(range(1, len(stored) + 1))
    assert [event["type"] for event in stored[:2]] == ["run_queued", "run_started"]
    assert len(curve(stored)) == TINY.steps
    finished = runs.get(run.id)
    assert (finished.status, finished.step, finished.epoch) == ("finished", 20, 2)
    assert finished.test_accuracy == stored[-1]["test_accuracy"]
    assert runs.snapshots(run.id) == [0, 1, 2, 4, 8, 16, 20]
    model = runs.model()
    assert (model.run, model.step) == (run.id, 20)


def test_runs_wait_for_each_other_and_can_be_cancelled_at_any_time(runs: Runs) -> None:
    first, second, third = (runs.submit(spec) for spec in (ENDLESS, ENDLESS, TINY))
    until(runs, first.id, "snapshot_saved")
    assert [runs.get(run.id).place for run in (first, second, third)] == [None, 1, 2]
    assert runs.trainer == "busy"
    assert runs.model().run == first.id
    assert runs.cancel(second.id).status == "cancelled"
    assert runs.get(third.id).place == 1
    cancelled = runs.cancel(first.id)
    assert cancelled.status == "cancelled"
    events = asyncio.run(followed(runs, third.id))
    assert events[-1]["type"] == "run_finished"
    assert parsed(runs.events(first.id))[-1]["type"] == "run_cancelled"
    assert runs.get(first.id) == cancelled
    assert [event["type"] for event in parsed(runs.events(second.id))] == ["run_queued", "run_cancelled"]


def test_one_playground_trains_in_a_folder(tmp_path: Path) -> None:
    with opened(tmp_path):
        with pytest.raises(ConflictError) as refused:
            Runs(tmp_path, ScriptedEngine()).open()
        assert refused.value.problem.code == "folder_in_use"
    with opened(tmp_path) as (runs, _):
        assert [run.id for run in runs.all()] == [RECORDED]


def test_a_refused_playground_changes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _), closing(Store(tmp_path / "runs.db")) as store:
        store.adopt(runs.get(RECORDED), [])  # as a playground of another version tells it
        with pytest.raises(ConflictError):
            Runs(tmp_path, ScriptedEngine()).open()
        assert runs.events(RECORDED) == []


def test_a_folder_that_could_not_be_opened_is_free_again(tmp_path: Path) -> None:
    (tmp_path / "runs.db").write_text("This is no database." * 100)
    with pytest.raises(PlaygroundError):
        Runs(tmp_path, ScriptedEngine()).open()
    Claim(tmp_path).release()


def test_a_full_queue_takes_no_more_and_loses_nothing(tmp_path: Path) -> None:
    with opened(tmp_path, queue=2) as (runs, _):
        accepted = [runs.submit(TINY).id for _ in range(3)]
        with pytest.raises(BusyError) as refused:
            runs.submit(TINY)
        assert refused.value.problem.code == "queue_full"
        assert [run.id for run in runs.all()] == [*reversed(accepted), RECORDED]
        runs.cancel(accepted[1])
        assert runs.submit(TINY).place == 2


def test_the_list_that_is_shared_tells_every_change(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, engine):

        def told() -> list[dict[str, Any]]:
            listed: list[dict[str, Any]] = json.loads(runs.wire())
            assert [Run.model_validate(run) for run in listed] == runs.all()
            assert runs.wire() is runs.wire()
            return listed

        assert [run["id"] for run in told()] == [RECORDED]
        first, second = runs.submit(TINY), runs.submit(TINY)
        assert [run["place"] for run in told()] == [1, None, None]
        engine.say(Told(first.id, RunStarted()), Told(first.id, SnapshotSaved(step=0)))
        runs.cancel(first.id)
        assert [run["status"] for run in told()] == ["queued", "cancelled", "finished"]
        engine.say(Gone(first.id, 0))
        assert [run["place"] for run in told()] == [None, None, None]
        runs.delete(first.id)
        assert [run["id"] for run in told()] == [second.id, RECORDED]


def test_more_can_train_side_by_side(tmp_path: Path) -> None:
    with opened(tmp_path, parallel=2) as (runs, engine):
        names = [runs.submit(TINY).id for _ in range(3)]
        assert [job.run_id for job in engine.jobs] == names[:2]
        assert runs.get(names[2]).place == 1
        assert runs.trainer == engine.trainer


def test_what_has_ended_cannot_be_cancelled(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _):
        run = runs.submit(TINY)
        runs.cancel(run.id)
        for ended in (run.id, RECORDED):
            with pytest.raises(ConflictError) as refused:
                runs.cancel(ended)
            assert refused.value.problem.code == "run_ended"
        with pytest.raises(UnknownError):
            runs.cancel("nobody")


def test_only_what_has_ended_can_be_deleted(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _):
        run = runs.submit(TINY)
        with pytest.raises(ConflictError) as refused:
            runs.delete(run.id)
        assert refused.value.problem.code == "run_not_ended"
        (tmp_path / "runs" / run.id / "snapshots").mkdir(parents=True)
        runs.cancel(run.id)
        runs.delete(run.id)
        assert not (tmp_path / "runs" / run.id).exists()
        with pytest.raises(UnknownError):
            runs.get(run.id)


def test_the_recorded_run_cannot_be_deleted(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _):
        with pytest.raises(ConflictError) as refused:
            runs.delete(RECORDED)
        assert refused.value.problem.code == "recorded_run"
        assert runs.model().run == RECORDED


def test_a_follower_is_woken_by_what_happens(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _):
        run = runs.submit(TINY)

        async def cancel_while_following() -> list[dict[str, Any]]:
            following = asyncio.create_task(followed(runs, run.id))
            await asyncio.sleep(0.05)
            await asyncio.to_thread(runs.cancel, run.id)
            return await following

        events = asyncio.run(cancel_while_following())
        assert [event["type"] for event in events] == ["run_queued", "run_cancelled"]


def test_following_ends_when_the_playground_closes(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _):
        run = runs.submit(TINY)

    async def close_while_following() -> list[dict[str, Any]]:
        reopened = Runs(tmp_path, ScriptedEngine())
        reopened.open()
        following = asyncio.create_task(followed(reopened, run.id))
        await asyncio.sleep(0.05)
        await asyncio.to_thread(reopened.close)
        return await following

    assert [event["type"] for event in asyncio.run(close_while_following())] == ["run_queued"]


def test_an_unknown_run_cannot_be_followed(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _), pytest.raises(UnknownError):
        asyncio.run(followed(runs, "nobody"))


def test_following_an_ended_run_from_its_end_tells_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, _):
        assert asyncio.run(followed(runs, RECORDED, since=10**6)) == []
