"""Retention: the oldest ended runs go, whole; those that wait, train or came with the playground stay."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from app.errors import UnknownError
from app.network.spec import Spec
from app.runs.engine import Gone
from app.runs.events import RunCancelled, RunQueued, RunStarted
from app.runs.files import RunFiles
from app.runs.limits import Limits
from app.runs.recorded import RECORDED
from app.runs.retention import retain, taken
from app.runs.store import Store
from tests.runs.scripted import opened

MEGABYTE = {"a": np.zeros(1_000_000, np.uint8)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "runs.db")) as store:
        yield store


def run(store: Store, folder: Path, run_id: str, ended_days_ago: float | None = None) -> None:
    """A run of a megabyte that trains still, or ended some days ago."""
    store.create(run_id, RunQueued(spec=Spec()))
    store.append(run_id, RunStarted())
    files = RunFiles(folder / run_id)
    files.prepare()
    files.write_snapshot(1, MEGABYTE)
    if ended_days_ago is not None:
        store.append(run_id, RunCancelled(at=datetime.now(UTC) - timedelta(days=ended_days_ago)))


def left(store: Store, folder: Path) -> list[str]:
    """The runs that are there; each has its files, and no files are without a run."""
    ids = sorted(run.id for run in store.runs())
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == ids
    return ids


def test_without_limits_everything_stays(store: Store, tmp_path: Path) -> None:
    run(store, tmp_path, "old", ended_days_ago=10_000)
    assert [*retain(store, tmp_path, Limits())] == []
    assert left(store, tmp_path) == ["old"]


def test_what_ended_too_long_ago_goes_with_all_its_data(store: Store, tmp_path: Path) -> None:
    for name, days in (("older", 400), ("old", 31), ("young", 29)):
        run(store, tmp_path, name, days)
    run(store, tmp_path, "training")
    assert [*retain(store, tmp_path, Limits(keep_days=30))] == ["older", "old"]
    assert left(store, tmp_path) == ["training", "young"]
    assert store.events("old") == []
    with pytest.raises(UnknownError):
        store.run("old")


def test_those_that_ended_first_go_until_the_rest_fits(store: Store, tmp_path: Path) -> None:
    for name, days in (("first", 3), ("second", 2), ("third", 1), ("last", 0)):
        run(store, tmp_path, name, days)
    assert [*retain(store, tmp_path, Limits(keep_bytes=2_500_000))] == ["first", "second"]
    assert taken(store, tmp_path) <= 2_500_000
    assert left(store, tmp_path) == ["last", "third"]


def test_neither_a_training_run_nor_the_recorded_one_nor_the_newest_goes_for_its_size(
    store: Store, tmp_path: Path
) -> None:
    for name in (RECORDED, "old", "newest"):
        run(store, tmp_path, name, ended_days_ago=1)
    run(store, tmp_path, "training")
    assert [*retain(store, tmp_path, Limits(keep_bytes=0))] == ["old"]
    assert left(store, tmp_path) == ["newest", RECORDED, "training"]


def test_room_is_made_when_the_playground_opens_and_when_a_run_has_ended(tmp_path: Path) -> None:
    with opened(tmp_path) as (runs, engine):
        first, second = (runs.submit(Spec()).id for _ in range(2))
        for run_id in (first, second):
            runs.cancel(run_id)
            engine.say(Gone(run_id, 0))
    with opened(tmp_path, keep_bytes=0) as (runs, engine):
        assert [run.id for run in runs.all()] == [second, RECORDED]
        third = runs.submit(Spec()).id
        runs.cancel(third)
        engine.say(Gone(third, 0))
        assert [run.id for run in runs.all()] == [third, RECORDED]
