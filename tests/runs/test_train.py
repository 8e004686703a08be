"""A training tells everything once, goes on where a checkpoint was made, and ends in plain words."""

import itertools
import shutil
from pathlib import Path

import numpy as np
import pytest

from app.network.spec import SGD, Spec
from app.runs.engine import Job
from app.runs.events import (
    BatchesTrained,
    EpochEnded,
    Event,
    RunFailed,
    RunFinished,
    RunResumed,
    SnapshotSaved,
)
from app.runs.files import RunFiles
from app.runs.rhythm import snapshot_steps
from app.runs.saver import CheckpointSaved, Notice
from app.runs.train import train
from tests.runs.conftest import LONG, SMALL, TINY, trained

Undisturbed = tuple[Job, list[Notice]]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    job = Job("tiny", TINY, 1, tmp_path_factory.mktemp("tiny"), None)
    return job, trained(job)


def losses(notices: list[Notice]) -> list[float]:
    """The loss of each update; fails if one is missing or told twice."""
    batches = [notice for notice in notices if isinstance(notice, BatchesTrained)]
    for one, two in itertools.pairwise(batches):
        assert two.first_step == one.end
    return [loss for batch in batches for loss in batch.loss]


def test_every_update_is_told(tiny: Undisturbed) -> None:
    _, notices = tiny
    assert len(losses(notices)) == TINY.steps == 20
    assert np.isfinite(losses(notices)).all()
    assert losses(notices)[-1] < losses(notices)[0]


def test_the_events_come_in_their_order(tiny: Undisturbed) -> None:
    _, notices = tiny
    types = [notice.type for notice in notices if isinstance(notice, Event)]
    assert types[0] == "run_started"
    assert types[-1] == "run_finished"
    assert types.count("epoch_ended") == TINY.epochs
    for number, notice in enumerate(notices):
        if isinstance(notice, EpochEnded):
            told = sum(len(n.loss) for n in notices[:number] if isinstance(n, BatchesTrained))
            assert told == notice.epoch * TINY.updates_per_epoch


def test_no_message_crosses_an_epoch(tiny: Undisturbed) -> None:
    for notice in tiny[1]:
        if isinstance(notice, BatchesTrained):
            assert notice.first_step // 10 == (notice.end - 1) // 10 == notice.epoch - 1


def test_an_epoch_tells_the_mean_of_its_updates(tiny: Undisturbed) -> None:
    _, notices = tiny
    sizes = [32] * 9 + [12]
    epochs = [notice for notice in notices if isinstance(notice, EpochEnded)]
    for epoch, loss in zip(epochs, np.reshape(losses(notices), (2, 10)), strict=True):
        assert epoch.loss == pytest.approx(np.average(loss, weights=sizes))


def test_the_end_tells_the_last_epochs_test(tiny: Undisturbed) -> None:
    _, notices = tiny
    epochs = [notice for notice in notices if isinstance(notice, EpochEnded)]
    end = notices[-1]
    assert isinstance(end, RunFinished)
    assert (end.test_loss, end.test_accuracy) == (epochs[-1].test_loss, epochs[-1].test_accuracy)
    assert end.seconds == pytest.approx(sum(epoch.seconds for epoch in epochs))


def test_snapshots_are_kept_at_their_steps(tiny: Undisturbed) -> None:
    job, notices = tiny
    steps = [notice.step for notice in notices if isinstance(notice, SnapshotSaved)]
    files = RunFiles(job.folder)
    assert steps == files.snapshots() == snapshot_steps(TINY) == [0, 1, 2, 4, 8, 16, 20]
    assert files.snapshot(0)["W1"].shape == (784, 8)
    assert not np.array_equal(files.snapshot(0)["W1"], files.snapshot(1)["W1"])


def test_a_checkpoint_is_told_after_everything_before_it(undisturbed: Undisturbed) -> None:
    _, notices = undisturbed
    checkpoints = [number for number, notice in enumerate(notices) if isinstance(notice, CheckpointSaved)]
    assert checkpoints
    for number in checkpoints:
        checkpoint = notices[number]
        assert isinstance(checkpoint, CheckpointSaved)
        step = int(checkpoint.name.removesuffix(".npz").rpartition("-")[2])
        assert len(losses(notices[:number])) >= step


def test_a_resumed_training_is_the_undisturbed_one(undisturbed: Undisturbed, tmp_path: Path) -> None:
    job, notices = undisturbed
    names = [notice.name for notice in notices if isinstance(notice, CheckpointSaved)]
    name = names[len(names) // 2]
    step = int(name.removesuffix(".npz").rpartition("-")[2])
    shutil.copy(job.folder / name, tmp_path)
    seconds_before = RunFiles(tmp_path).checkpoint(name)["curve_seconds"][0]
    resumed = trained(Job("resumed", LONG, 2, tmp_path, name))
    begin = resumed[0]
    assert isinstance(begin, RunResumed)
    assert (begin.attempt, begin.step) == (2, step)
    assert losses(resumed) == losses(notices)[step:]
    assert first_seconds(resumed) > seconds_before > 0
    assert last_weights(tmp_path) == last_weights(job.folder)
    assert epochs(resumed) == epochs(notices)[-len(epochs(resumed)) :]


def first_seconds(notices: list[Notice]) -> float:
    """The training time of which the first batches tell."""
    return next(notice.seconds for notice in notices if isinstance(notice, BatchesTrained))


def epochs(notices: list[Notice]) -> list[dict[str, float]]:
    """What each epoch told, but for the times."""
    told = (notice for notice in notices if isinstance(notice, EpochEnded))
    return [epoch.model_dump(exclude={"at", "attempt", "seconds"}) for epoch in told]


def last_weights(folder: Path) -> dict[str, bytes]:
    """The final weights, bit for bit."""
    return {name: array.tobytes() for name, array in RunFiles(folder).snapshot(LONG.steps).items()}


def test_a_checkpoint_within_a_long_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.runs.train.CHECKPOINT_SECONDS", 0.0)
    spec = Spec(hidden=(SMALL,), train_samples=1000, epochs=1, batch_size=10)
    whole = trained(Job("whole", spec, 1, tmp_path / "whole", None))
    names = [notice.name for notice in whole if isinstance(notice, CheckpointSaved)]
    name = names[len(names) // 2]
    (tmp_path / "resumed").mkdir()
    shutil.copy(tmp_path / "whole" / name, tmp_path / "resumed")
    resumed = trained(Job("resumed", spec, 2, tmp_path / "resumed", name))
    assert losses(resumed) == losses(whole)[-len(losses(resumed)) :]
    assert 0 < len(losses(resumed)) < spec.steps
    assert epochs(resumed) == epochs(whole)


def test_a_training_that_should_stop_keeps_a_checkpoint_of_where_it_stands_and_says_nothing_more(
    tmp_path: Path,
) -> None:
    notices: list[Notice] = []
    train(Job("stopped", LONG, 1, tmp_path, None), notices.append, lambda: len(notices) >= 5)
    *before, last = notices
    assert not any(isinstance(notice, RunFinished | RunFailed) for notice in before)
    assert 0 < len(losses(before)) < LONG.steps
    assert last == CheckpointSaved(1, f"checkpoint-1-{len(losses(before))}.npz")


def test_a_training_that_should_stop_and_cannot_keep_a_checkpoint_has_not_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.runs.train.CHECKPOINT_SECONDS", np.inf)
    spec, folder = Spec(hidden=(SMALL,), train_samples=1000, epochs=1, batch_size=10), tmp_path / "stopped"
    notices: list[Notice] = []

    def unplugged() -> bool:
        if len(notices) >= 5 and folder.exists():
            folder.rename(tmp_path / "elsewhere")
        return len(notices) >= 5

    train(Job("stopped", spec, 1, folder, None), notices.append, unplugged)
    assert not any(isinstance(notice, RunFailed | CheckpointSaved) for notice in notices)


def test_a_training_that_should_stop_before_it_begins_leaves_nothing(tmp_path: Path) -> None:
    notices: list[Notice] = []
    train(Job("stopped", LONG, 1, tmp_path / "stopped", None), notices.append, lambda: True)
    assert notices == []
    assert not (tmp_path / "stopped").exists()


def test_a_learning_rate_of_1000_ends_in_plain_words(tmp_path: Path) -> None:
    spec = Spec(train_samples=1000, optimizer=SGD(learning_rate=1000))
    notices = trained(Job("wild", spec, 1, tmp_path, None))
    *before, end = notices
    assert isinstance(end, RunFailed)
    assert end.problem.code == "diverged"
    told = losses(before)
    assert f"update {len(told)} " in end.problem.what
    assert all(loss < 1e4 for loss in told[:-1])
    assert not told[-1] < 1e4


def test_a_test_loss_that_is_no_number_is_a_divergence(tmp_path: Path) -> None:
    spec = Spec(hidden=(SMALL,), train_samples=10, batch_size=10, epochs=1, optimizer=SGD(learning_rate=1000))
    *_, epoch, snapshot, end = trained(Job("wild", spec, 1, tmp_path, None))
    assert isinstance(end, RunFailed), (epoch, snapshot)
    assert end.problem.code == "diverged"


def test_an_error_ends_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("This is no folder.")
    (end,) = trained(Job("one", TINY, 3, tmp_path / "one", None))
    assert isinstance(end, RunFailed)
    assert (end.attempt, end.problem.code) == (3, "disk_error")
