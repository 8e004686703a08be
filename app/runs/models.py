"""Models: which network answers, with the weights of which run and step."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from app.digits.mnist import Split
from app.errors import UnknownError
from app.network.forward import Network, network
from app.network.spec import Spec
from app.network.training_step import TrainingStep
from app.runs.files import RunFiles
from app.runs.recorded import RECORDED, RecordedFiles
from app.runs.run import Run
from app.runs.store import Store

NETWORKS_IN_MEMORY = 4
STEPS_IN_MEMORY = 2


@dataclass(frozen=True)
class Model:
    """A trained network and where it comes from."""

    run: str
    """Id of the run."""
    step: int
    """Updates done when these weights were kept."""
    network: Network
    """Its layers, ready for a forward pass."""


class Models:
    """The snapshots of all runs as networks; the last few stay in memory."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._recorded = RecordedFiles()
        self._network = lru_cache(NETWORKS_IN_MEMORY)(self._read)
        self._training_step = lru_cache(STEPS_IN_MEMORY)(self._read_step)

    def steps(self, run_id: str) -> list[int]:
        """Steps of a run whose weights are kept, ascending."""
        return self._files(run_id).snapshots()

    def model(self, run_id: str | None, step: int | None) -> Model:
        """The network of that run after that many updates; without a step its newest.

        Errors: `unknown_run`; `no_snapshot` if the run kept none; `unknown_step`, with those that there are.
        """
        run, steps = self._kept(run_id)
        return self._model(run, steps, steps[-1] if step is None else step)

    def training_step(self, run_id: str | None, step: int | None, train: Split) -> TrainingStep:
        """The update that follows those weights; without a step, of the newest that the run went on from.

        Errors: as `model`.
        """
        run, steps = self._kept(run_id)
        if step is None:
            step = max((kept for kept in steps if kept < run.spec.steps), default=steps[-1])
        model = self._model(run, steps, step)
        return self._training_step(run.id, run.spec, model.step, train)

    def history(self, run_id: str | None) -> Iterator[Model]:
        """The networks of that run after each snapshot, read one after the other.

        Errors: `unknown_run`, `no_snapshot`.
        """
        run, steps = self._kept(run_id)
        for step in steps:
            yield Model(run.id, step, self._there(run, step, self._read))

    def _model(self, run: Run, steps: list[int], step: int) -> Model:
        if step not in steps:
            raise unknown_step(run, steps, step)
        return Model(run.id, step, self._there(run, step, self._network))

    def _there(self, run: Run, step: int, read: Callable[[str, Spec, int], Network]) -> Network:
        try:
            return read(run.id, run.spec, step)
        except FileNotFoundError as error:  # deleted since it was listed
            raise no_snapshot(run) from error

    def _kept(self, run_id: str | None) -> tuple[Run, list[int]]:
        run = self._store.run(run_id or self._newest())
        steps = self.steps(run.id)
        if not steps:
            raise no_snapshot(run)
        return run, steps

    def _newest(self) -> str:
        """The run that trains, else the newest that learned; the recorded run counts as the oldest of all."""
        training = [run_id for run_id in self._store.ids("running") if self.steps(run_id)]
        ended = self._store.ids("queued", "finished", "cancelled")
        learned = (run_id for run_id in reversed(ended) if any(self.steps(run_id)))
        return training[-1] if training else next(learned)

    def _files(self, run_id: str) -> RunFiles | RecordedFiles:
        return self._recorded if run_id == RECORDED else RunFiles(self._folder / run_id)

    def _read(self, run_id: str, spec: Spec, step: int) -> Network:
        arrays = self._files(run_id).snapshot(step)
        return network(spec, {name: array.astype(np.float32, copy=False) for name, array in arrays.items()})

    def _read_step(self, run_id: str, spec: Spec, step: int, train: Split) -> TrainingStep:
        memory = self._files(run_id).memory(step)
        return TrainingStep(run_id, step, spec, self._network(run_id, spec, step), memory, train)


def no_snapshot(run: Run) -> UnknownError:
    """What to say about a run without weights."""
    return UnknownError(
        "no_snapshot",
        f"There are no weights of run {run.id}.",
        expected="a run that has begun to train, and is one of the newest",
        got=run.status,
        hint="Wait until it trains, or ask without a run: then the newest one that has weights answers.",
    )


def unknown_step(run: Run, steps: list[int], step: int) -> UnknownError:
    """What to say about a step at which nothing was kept."""
    return UnknownError(
        "unknown_step",
        f"The weights of run {run.id} after {step} updates were not kept.",
        expected="one of " + ", ".join(str(kept) for kept in steps),
        got=str(step),
        hint=f"Leave the step out for the newest; all are listed at /api/runs/{run.id}/snapshots.",
    )
