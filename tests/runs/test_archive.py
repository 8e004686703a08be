"""What can be asked about runs, also by those who train nothing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import PlaygroundError, UnknownError
from app.network.spec import Spec
from app.runs.archive import Archive
from app.runs.events import RunQueued, RunStarted, SnapshotSaved
from app.runs.files import RunFiles
from app.runs.recorded import RECORDED
from app.runs.store import Store


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    archive = Archive(tmp_path)
    archive.open()
    with closing(archive):
        yield archive


@pytest.fixture
def store(archive: Archive, tmp_path: Path) -> Iterator[Store]:
    """The same store, opened by somebody else."""
    with closing(Store(tmp_path / "runs.db")) as store:
        yield store


def test_a_new_folder_holds_the_recorded_run(archive: Archive) -> None:
    (recorded,) = archive.all()
    assert recorded == archive.get(RECORDED)
    assert (recorded.status, recorded.place) == ("finished", None)
    assert archive.snapshots(RECORDED)[-1] == 2345
    assert archive.model().run == RECORDED
    assert [model.step for model in archive.history()] == archive.snapshots(RECORDED)


def test_it_sees_what_another_playground_writes(archive: Archive, store: Store) -> None:
    for name in ("one", "two", "three"):
        store.create(name, RunQueued(spec=Spec()))
    store.append("one", RunStarted())
    assert [run.id for run in archive.all()] == ["three", "two", "one", RECORDED]
    assert [run.place for run in archive.all()] == [2, 1, None, None]
    assert archive.get("three").place == 2
    assert len(archive.events("one")) == 2
    assert len(archive.events("one", since=1)) == 1


def test_a_run_names_no_snapshot_that_is_gone(archive: Archive, store: Store, tmp_path: Path) -> None:
    store.create("one", RunQueued(spec=Spec()))
    for event in (RunStarted(), SnapshotSaved(step=0)):
        store.append("one", event)
    files = RunFiles(tmp_path / "runs/one")
    files.prepare()
    files.write_snapshot(0, {})
    assert archive.get("one").snapshot == 0
    files.delete_snapshots()
    assert archive.get("one").snapshot is None
    assert [run.snapshot for run in archive.all()] == [None, 2345]


@pytest.mark.parametrize("question", ["get", "events", "snapshots", "model"])
def test_an_unknown_run_is_told(archive: Archive, question: str) -> None:
    with pytest.raises(UnknownError) as unknown:
        getattr(archive, question)("nobody")
    assert unknown.value.problem.code == "unknown_run"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("This is a file.")
    with pytest.raises(PlaygroundError) as refused:
        Archive(tmp_path / "data").open()
    assert refused.value.problem.code == "store_unusable"
    assert "--data-dir" in refused.value.problem.hint
