"""The recorded run is as good as it claims, and an ordinary run."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.digits import mnist
from app.network.evaluation import evaluate
from app.network.spec import Spec
from app.runs.models import Models
from app.runs.recorded import FOLDER, RECORDED, adopt_recorded_run
from app.runs.store import Store
from tests.runs.watching import curve, parsed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "runs.db")) as store:
        adopt_recorded_run(store)
        yield store


def test_it_is_right_as_often_as_it_claims(store: Store, tmp_path: Path) -> None:
    test = mnist.load().test
    network = Models(store, tmp_path).model(RECORDED, None).network
    judgement = evaluate(network, test)
    run = store.run(RECORDED)
    assert judgement.accuracy >= 0.975
    assert judgement.accuracy == run.test_accuracy
    assert judgement.loss == pytest.approx(run.test_loss, rel=1e-5)


def test_it_is_the_chapters_run_with_every_update(store: Store) -> None:
    run = store.run(RECORDED)
    assert run.spec.model_copy(update={"name": ""}) == Spec()
    assert (run.status, run.step, run.epoch, run.snapshot) == ("finished", 2345, 5, 2345)
    events = parsed(told(store))
    assert len(curve(events)) == len(curve(events, "accuracy")) == 2345
    assert [event["seq"] for event in events] == list(range(1, run.seq + 1))


def test_it_is_smaller_than_a_megabyte() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_000_000


def test_it_is_told_in_the_words_of_its_file(store: Store) -> None:
    assert told(store) == (FOLDER / "events.jsonl").read_text().splitlines()


def test_it_is_adopted_once(store: Store) -> None:
    adopt_recorded_run(store)
    assert len(store.runs()) == 1


def test_it_becomes_better_from_snapshot_to_snapshot(store: Store, tmp_path: Path) -> None:
    models, test = Models(store, tmp_path), mnist.load().test
    steps = [event["step"] for event in parsed(told(store)) if event["type"] == "snapshot_saved"]
    assert models.steps(RECORDED) == steps
    networks = [models.model(RECORDED, step).network for step in (0, 1, 16, 256, 2345)]
    accuracies = [evaluate(network, test).accuracy for network in networks]
    assert accuracies == sorted(accuracies)
    assert accuracies[0] < 0.2


def test_another_version_of_it_is_replaced(store: Store) -> None:
    run = store.run(RECORDED)
    store.adopt(run, [])
    adopt_recorded_run(store)
    assert len(store.events(RECORDED)) == run.seq


def told(store: Store) -> list[str]:
    """Its events as they travel."""
    return [text for _, text in store.events(RECORDED)]
