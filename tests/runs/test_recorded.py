"""The recorded run is as good as it claims, and an ordinary run."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.digits import mnist
from app.network.forward import evaluate
from app.network.spec import Spec
from app.runs.files import RunFiles
from app.runs.models import Models
from app.runs.recorded import FOLDER, RECORDED, adopt_recorded_run
from app.runs.store import Store
from tests.runs.watching import curve, parsed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "runs.db")) as store:
        adopt_recorded_run(store, RunFiles(tmp_path / RECORDED))
        yield store


def test_it_is_right_as_often_as_it_claims(store: Store, tmp_path: Path) -> None:
    test = mnist.load().test
    network = Models(store, tmp_path).model(RECORDED, None).network
    loss, accuracy = evaluate(network, test.images, test.labels)
    run = store.run(RECORDED)
    assert accuracy >= 0.975
    assert accuracy == run.test_accuracy
    assert loss == pytest.approx(run.test_loss, rel=1e-5)


def test_it_is_the_chapters_run_with_every_update(store: Store) -> None:
    run = store.run(RECORDED)
    assert run.spec.model_copy(update={"name": ""}) == Spec()
    assert (run.status, run.step, run.epoch, run.snapshot) == ("finished", 2345, 5, 2345)
    events = parsed(text for _, text in store.events(RECORDED))
    assert len(curve(events)) == len(curve(events, "accuracy")) == 2345
    assert [event["seq"] for event in events] == list(range(1, run.seq + 1))


def test_it_is_smaller_than_a_megabyte() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_000_000


def test_it_is_told_in_the_words_of_its_file(store: Store) -> None:
    assert [text for _, text in store.events(RECORDED)] == (FOLDER / "events.jsonl").read_text().splitlines()


def test_it_is_adopted_once(store: Store, tmp_path: Path) -> None:
    snapshot = tmp_path / RECORDED / "snapshots" / "2345.npz"
    before = snapshot.stat().st_ino
    adopt_recorded_run(store, RunFiles(tmp_path / RECORDED))
    assert snapshot.stat().st_ino == before
    assert len(store.runs()) == 1


def test_lost_weights_are_brought_back(store: Store, tmp_path: Path) -> None:
    files = RunFiles(tmp_path / RECORDED)
    files.delete()
    adopt_recorded_run(store, files)
    assert files.snapshots() == [2345]


def test_another_version_of_it_is_replaced(store: Store, tmp_path: Path) -> None:
    run = store.run(RECORDED)
    store.adopt(run, [])
    adopt_recorded_run(store, RunFiles(tmp_path / RECORDED))
    assert len(store.events(RECORDED)) == run.seq
