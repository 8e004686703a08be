"""Curve: loss and accuracy of every update of the current epoch, and what of it was told already."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.network.spec import Spec
from app.runs.events import BatchesTrained, EpochEnded


class Curve:
    """What a training has to tell about its updates; a part of every checkpoint."""

    def __init__(self, spec: Spec, attempt: int) -> None:
        self._spec = spec
        self._attempt = attempt
        self._epoch = 1
        self._loss: list[float] = []
        self._accuracy: list[float] = []
        self._told = 0
        """How many of the epoch's updates `untold` gave away."""
        self.seconds = 0.0
        """Training time of the run."""
        self._began = 0.0
        """Its value at the beginning of the epoch."""

    def add(self, loss: list[float], accuracy: list[float], seconds: float) -> None:
        """Some updates were done in that time."""
        self._loss += loss
        self._accuracy += accuracy
        self.seconds += seconds

    def untold(self) -> BatchesTrained | None:
        """The updates since the last call, if there are any."""
        told, self._told = self._told, len(self._loss)
        if told == self._told:
            return None
        return BatchesTrained(
            attempt=self._attempt,
            epoch=self._epoch,
            first_step=(self._epoch - 1) * self._spec.updates_per_epoch + told,
            loss=tuple(self._loss[told:]),
            accuracy=tuple(self._accuracy[told:]),
            seconds=self.seconds,
        )

    def end_epoch(self, test_loss: float, test_accuracy: float) -> EpochEnded:
        """The epoch as a whole: means over its samples, so the last, smaller batch counts less."""
        sizes = np.full(len(self._loss), self._spec.batch_size)
        sizes[-1] = self._spec.train_samples - self._spec.batch_size * (len(sizes) - 1)
        ended = EpochEnded(
            attempt=self._attempt,
            epoch=self._epoch,
            loss=float(np.average(self._loss, weights=sizes)),
            accuracy=float(np.average(self._accuracy, weights=sizes)),
            test_loss=test_loss,
            test_accuracy=test_accuracy,
            seconds=self.seconds - self._began,
        )
        self._begin_next_epoch()
        return ended

    def state(self) -> dict[str, NDArray[Any]]:
        """All that is needed to go on from here."""
        return {
            "curve_epoch": np.array(self._epoch),
            "curve_loss": np.array(self._loss),
            "curve_accuracy": np.array(self._accuracy),
            "curve_seconds": np.array((self.seconds, self._began)),
        }

    def restore(self, state: Mapping[str, NDArray[Any]]) -> None:
        """Go back to a `state()`; what it holds was told."""
        self._epoch = int(state["curve_epoch"])
        self._loss, self._accuracy = state["curve_loss"].tolist(), state["curve_accuracy"].tolist()
        self._told = len(self._loss)
        self.seconds, self._began = state["curve_seconds"].tolist()

    def _begin_next_epoch(self) -> None:
        self._epoch += 1
        self._loss, self._accuracy, self._told = [], [], 0
        self._began = self.seconds
