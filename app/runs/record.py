"""`python -m app.runs.record`: train the chapter's network and keep it as the recorded run."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.digits import mnist
from app.network.evaluation import evaluate
from app.network.forward import network
from app.network.spec import Spec
from app.runs.engine import Job
from app.runs.events import EpochEnded, Event, RunFinished, RunQueued, SnapshotSaved
from app.runs.files import Arrays, RunFiles
from app.runs.recorded import EVENTS, FOLDER, GRAIN, RECORDED, WEIGHTS, RecordedFiles
from app.runs.rhythm import snapshot_steps
from app.runs.saver import CheckpointSaved, Notice
from app.runs.store import Store
from app.runs.train import train

BEGINNING = 256
"""Of the first updates every snapshot is kept, then one an epoch."""


def record(spec: Spec, folder: Path) -> None:
    """Train, then write into `folder` the weights in whole grains, and all that happened."""
    with tempfile.TemporaryDirectory() as scratch:
        recorder = Recorder(spec, Path(scratch), folder)
        train(recorder.job, recorder.hear, lambda: False)
        recorder.write_weights()
        recorder.write_events()


def kept_steps(spec: Spec) -> list[int]:
    """The snapshots that a recording keeps."""
    epoch = spec.updates_per_epoch
    return [step for step in snapshot_steps(spec) if step <= BEGINNING or step % epoch == 0]


def as_differences(snapshots: Sequence[Arrays]) -> dict[str, NDArray[np.int8]]:
    """The weights in whole grains, each snapshot as its difference from the one before: few bits a number.

    Errors: OverflowError if a weight is too large for that.
    """
    whole = {name: np.rint(np.stack([s[name] for s in snapshots]) / GRAIN) for name in snapshots[0]}
    if any(np.abs(array).max() > 127 for array in whole.values()):
        raise OverflowError("a recorded weight must fit into a byte")
    return {name: differences(array.astype(np.int8)) for name, array in whole.items()}


def differences(series: NDArray[np.int8]) -> NDArray[np.int8]:
    """The first, then what each adds to the one before, along the first axis."""
    series[1:] -= series[:-1].copy()
    return series


class Recorder:
    """Hears a training and writes down what is worth keeping."""

    def __init__(self, spec: Spec, scratch: Path, folder: Path) -> None:
        self.job = Job(RECORDED, spec, 1, scratch, None)
        self._folder = folder
        self._kept = kept_steps(spec)
        self._queued = RunQueued(spec=spec)
        self._heard: list[Event] = []

    def hear(self, notice: Notice) -> None:
        """Remember an event; of the snapshots only those that are kept."""
        match notice:
            case CheckpointSaved():
                return
            case SnapshotSaved(step=step) if step not in self._kept:
                return
        self._heard.append(notice)

    def write_weights(self) -> None:
        """Make the file of the weights."""
        files = RunFiles(self.job.folder)
        arrays = as_differences([files.snapshot(step) for step in self._kept])
        self._folder.mkdir(exist_ok=True)
        np.savez_compressed(self._folder / WEIGHTS, allow_pickle=False, steps=np.array(self._kept), **arrays)

    def write_events(self) -> None:
        """Make the file of the events; whoever judges the kept weights finds what they say."""
        with closing(Store(self.job.folder / "runs.db")) as store:
            store.create(RECORDED, self._queued)
            for event in self._heard:
                store.append(RECORDED, event.model_copy(update=self._judgement(event)))
            texts = [text for _, text in store.events(RECORDED)]
        (self._folder / EVENTS).write_text("".join(f"{text}\n" for text in texts))

    def _judgement(self, event: Event) -> dict[str, float]:
        spec, step = self.job.spec, self._judged(event)
        if step not in self._kept:
            return {}
        judged = network(spec, RecordedFiles(self._folder).snapshot(step))
        judgement = evaluate(judged, mnist.load().test)
        return {"test_loss": judgement.loss, "test_accuracy": judgement.accuracy}

    def _judged(self, event: Event) -> int | None:
        """After how many updates the network was that an event judges, if it judges one."""
        match event:
            case EpochEnded(epoch=epoch):
                return epoch * self.job.spec.updates_per_epoch
            case RunFinished():
                return self.job.spec.steps
        return None


if __name__ == "__main__":
    record(Spec(name="The chapter's network"), FOLDER)
