"""`python -m app.runs.record`: train the chapter's network and keep it as the recorded run."""

import tempfile
from pathlib import Path

import numpy as np

from app.digits import mnist
from app.network.forward import evaluate, network
from app.network.spec import Spec
from app.runs.engine import Job
from app.runs.events import RunFinished, RunQueued, SnapshotSaved
from app.runs.files import RunFiles
from app.runs.recorded import EVENTS, FOLDER, RECORDED, WEIGHTS
from app.runs.saver import CheckpointSaved, Notice
from app.runs.store import Store
from app.runs.train import train


def record(spec: Spec, folder: Path) -> None:
    """Train, then write into `folder` all that happened and the final weights as float16: half the bytes."""
    with tempfile.TemporaryDirectory() as scratch:
        recorder = Recorder(spec, Path(scratch))
        train(recorder.job, recorder.hear, lambda: False)
        recorder.write(folder)


class Recorder:
    """Hears a training and stores what is worth keeping."""

    def __init__(self, spec: Spec, scratch: Path) -> None:
        self.job = Job(RECORDED, spec, 1, scratch, None)
        self._store = Store(scratch / "runs.db")
        self._store.create(RECORDED, RunQueued(spec=spec))

    def hear(self, notice: Notice) -> None:
        """Store an event: of the snapshots the last, of the end what is true of the weights that are kept."""
        match notice:
            case CheckpointSaved():
                return
            case SnapshotSaved(step=step) if step < self.job.spec.steps:
                return
            case RunFinished():
                notice = notice.model_copy(update=self._judgement())
        self._store.append(RECORDED, notice)

    def write(self, folder: Path) -> None:
        """Make the two files."""
        folder.mkdir(exist_ok=True)
        events = (text for _, text in self._store.events(RECORDED))
        (folder / EVENTS).write_text("".join(f"{text}\n" for text in events))
        np.savez_compressed(folder / WEIGHTS, allow_pickle=False, **self._weights())
        self._store.close()

    def _weights(self) -> dict[str, np.ndarray]:
        weights = RunFiles(self.job.folder).snapshot(self.job.spec.steps)
        return {name: array.astype(np.float16) for name, array in weights.items()}

    def _judgement(self) -> dict[str, float]:
        weights = {name: array.astype(np.float32) for name, array in self._weights().items()}
        test = mnist.load().test
        loss, accuracy = evaluate(network(self.job.spec, weights), test.images, test.labels)
        return {"test_loss": loss, "test_accuracy": accuracy}


if __name__ == "__main__":
    record(Spec(name="The chapter's network"), FOLDER)
