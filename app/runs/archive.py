"""Archive: everything that can be asked about the runs in a folder; needs no engine."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.digits.mnist import Split
from app.network.training_step import TrainingStep
from app.runs.database import unusable
from app.runs.models import Model, Models
from app.runs.recorded import adopt_recorded_run
from app.runs.run import Run
from app.runs.store import Store


class Archive:
    """The runs in a data folder, to be read from any thread, also beside a playground that trains there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> None:
        """Open the store, or make one; the recorded run is always in it.

        Errors: `store_unusable`.
        """
        try:
            self._run_folder.mkdir(parents=True, exist_ok=True)
            self._store = Store(self._folder / "runs.db")
            adopt_recorded_run(self._store)
        except OSError as error:
            raise unusable(self._folder, str(error)) from error
        self._models = Models(self._store, self._run_folder)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def get(self, run_id: str) -> Run:
        """A run as it stands now.

        Errors: `unknown_run`.
        """
        return self._as_it_stands(self._store.run(run_id), self._places())

    def all(self) -> list[Run]:
        """All runs, the newest first."""
        places = self._places()
        return [self._as_it_stands(run, places) for run in self._store.runs()]

    def events(self, run_id: str, since: int = 0) -> list[str]:
        """What happened after event number `since`, as it travels."""
        self._store.run(run_id)
        return [text for _, text in self._store.events(run_id, since)]

    def snapshots(self, run_id: str) -> list[int]:
        """Steps whose weights are kept, ascending."""
        self._store.run(run_id)
        return self._models.steps(run_id)

    def model(self, run: str | None = None, step: int | None = None) -> Model:
        """The network of that run after that many updates.

        Without a step its newest; without a run the training one answers, else the newest that trained,
        else the recorded one.
        Errors: `unknown_run`, `no_snapshot`, `unknown_step`.
        """
        return self._models.model(run, step)

    def training_step(self, run: str | None, step: int | None, train: Split) -> TrainingStep:
        """The update that follows those weights, with the samples that it draws from the training set.

        Without a step, of the newest weights from which the run went on; without a run as in `model`.
        Errors: `unknown_run`, `no_snapshot`, `unknown_step`.
        """
        return self._models.training_step(run, step, train)

    def history(self, run: str | None = None) -> Iterator[Model]:
        """The networks of that run after each of its snapshots; without a run the one that `model` takes.

        Errors: `unknown_run`, `no_snapshot`.
        """
        return self._models.history(run)

    @property
    def _run_folder(self) -> Path:
        return self._folder / "runs"

    def _waiting(self) -> list[str]:
        return self._store.ids("queued")

    def _places(self) -> dict[str, int]:
        return {run_id: place for place, run_id in enumerate(self._waiting(), 1)}

    def _as_it_stands(self, run: Run, places: Mapping[str, int]) -> Run:
        snapshot = run.snapshot if run.snapshot is not None and self._models.steps(run.id) else None
        return run.model_copy(update={"place": places.get(run.id), "snapshot": snapshot})
