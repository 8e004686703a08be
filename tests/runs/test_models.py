"""Which network answers is the one that somebody means."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from app.digits.mnist import Split
from app.errors import Problem, UnknownError
from app.network.spec import Spec
from app.runs.events import Event, RunCancelled, RunFailed, RunInterrupted, RunQueued, RunStarted
from app.runs.files import RunFiles
from app.runs.models import NETWORKS_IN_MEMORY, Models
from app.runs.recorded import RECORDED, adopt_recorded_run
from app.runs.store import Store

SPEC = Spec(hidden=())
FAILED = RunFailed(problem=Problem(code="diverged", what="It diverged."))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store(tmp_path / "runs.db")) as store:
        adopt_recorded_run(store)
        yield store


@pytest.fixture
def models(store: Store, tmp_path: Path) -> Models:
    return Models(store, tmp_path)


def keep(folder: Path, run_id: str, *steps: int) -> None:
    """Snapshots whose bias tells the step."""
    files = RunFiles(folder / run_id)
    files.prepare()
    for step in steps:
        weights = {"W1": np.zeros((784, 10), np.float32), "b1": np.full(10, step, np.float32)}
        files.write_snapshot(step, weights)


def lived(store: Store, run_id: str, *events: Event) -> None:
    store.create(run_id, RunQueued(spec=SPEC))
    for event in events:
        store.append(run_id, event)


def refusal(models: Models, run_id: str, step: int | None) -> Problem:
    with pytest.raises(UnknownError) as refused:
        models.model(run_id, step)
    return refused.value.problem


def test_the_recorded_run_answers_at_first(models: Models) -> None:
    model = models.model(None, None)
    assert (model.run, model.step) == (RECORDED, 2345)
    assert model.network[0].kernel.dtype == np.float32


def test_the_newest_run_with_weights_answers(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "old", RunStarted(), RunCancelled())
    lived(store, "new", RunStarted(), RunCancelled())
    keep(tmp_path, "old", 0, 1, 16)
    assert models.model(None, None).run == "old"
    keep(tmp_path, "new", 0, 2)
    model = models.model(None, None)
    assert (model.run, model.step, model.network[0].bias[0]) == ("new", 2, 2)


def test_a_run_that_ended_before_it_learned_does_not_answer(
    models: Models, store: Store, tmp_path: Path
) -> None:
    lived(store, "untaught", RunStarted(), RunCancelled())
    keep(tmp_path, "untaught", 0)
    assert models.model(None, None).run == RECORDED
    assert models.model("untaught", None).step == 0


def test_the_training_run_answers_before_newer_ones(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "training", RunStarted())
    lived(store, "ended", RunStarted(), RunCancelled())
    keep(tmp_path, "ended", 64)
    assert models.model(None, None).run == "ended"
    keep(tmp_path, "training", 0)
    assert models.model(None, None).run == "training"
    keep(tmp_path, "training", 1)
    assert models.model(None, None).step == 1


def test_a_failed_run_answers_only_when_asked_for(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "failed", RunStarted(), FAILED)
    keep(tmp_path, "failed", 2)
    assert models.model(None, None).run == RECORDED
    assert models.model("failed", None).step == 2


def test_a_run_that_was_interrupted_keeps_answering(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "interrupted", RunStarted(), RunInterrupted(reason="killed"))
    keep(tmp_path, "interrupted", 4)
    assert models.model(None, None).run == "interrupted"


def test_any_kept_step_can_be_asked(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "one", RunStarted())
    keep(tmp_path, "one", 0, 16)
    assert models.steps("one") == [0, 16]
    assert models.model("one", 0).network[0].bias[0] == 0
    assert models.model("one", None).network[0].bias[0] == 16


def test_the_history_of_a_run_is_every_snapshot_in_order(
    models: Models, store: Store, tmp_path: Path
) -> None:
    lived(store, "one", RunStarted())
    keep(tmp_path, "one", 16, 0, 2)
    for run_id in ("one", None):
        told = [(model.run, model.step, model.network[0].bias[0]) for model in models.history(run_id)]
        assert told == [("one", 0, 0), ("one", 2, 2), ("one", 16, 16)]
    with pytest.raises(UnknownError):
        list(models.history("nobody"))


def test_a_step_that_was_not_kept_names_those_that_were(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "one", RunStarted())
    keep(tmp_path, "one", 0, 16)
    problem = refusal(models, "one", 5)
    assert (problem.code, problem.got, problem.expected) == ("unknown_step", "5", "one of 0, 16")


@pytest.mark.parametrize(("kept", "step"), [((0, 1, 2345), 1), ((0, 8), 8), ((2345,), 2345)])
def test_a_training_step_follows_the_newest_weights_from_which_the_run_went_on(
    models: Models, store: Store, tmp_path: Path, kept: tuple[int, ...], step: int
) -> None:
    lived(store, "one", RunStarted())
    keep(tmp_path, "one", *kept)
    training = models.training_step(
        "one", None, Split(np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.uint8))
    )
    assert (training.run, training.step) == ("one", step)
    assert training.network[0].bias[0] == step


def test_a_run_without_weights_says_so(models: Models, store: Store) -> None:
    lived(store, "one")
    assert refusal(models, "one", None).code == "no_snapshot"


def test_an_unknown_run_is_told(models: Models) -> None:
    assert refusal(models, "nobody", None).code == "unknown_run"


def test_weights_that_vanish_are_told(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "one", RunStarted())
    keep(tmp_path, "one", 0)
    (tmp_path / "one" / "snapshots" / "0.npz").unlink()
    (tmp_path / "one" / "snapshots" / "0.npz").symlink_to("nowhere")
    assert refusal(models, "one", 0).code == "no_snapshot"
    with pytest.raises(UnknownError):
        list(models.history("one"))


def test_the_last_networks_stay_in_memory(models: Models, store: Store, tmp_path: Path) -> None:
    lived(store, "one", RunStarted())
    keep(tmp_path, "one", *range(NETWORKS_IN_MEMORY + 1))
    first = models.model("one", 0).network
    assert models.model("one", 0).network is first
    for step in range(1, NETWORKS_IN_MEMORY + 1):
        models.model("one", step)
    assert models.model("one", 0).network is not first
