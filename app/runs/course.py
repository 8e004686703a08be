"""Course: how a training went so far, read from its events, in the few numbers by which it is judged."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.digits.mnist import CLASSES
from app.errors import Problem
from app.network.spec import Spec
from app.runs.events import BatchesTrained, EpochEnded, Event, RunFailed

GUESSING = math.log(CLASSES)
"""The loss of a network that finds all ten classes equally probable: ln 10 = 2.30."""
IMAGES = 1000
"""A loss is judged as the mean over about so many: a single batch says little."""
LITTLE = 0.05
"""What can be learned from labels nearly all of which are random."""
CERTAIN = 3
"""Standard errors by which two means must differ to be different."""


@dataclass(frozen=True, eq=False)
class Course:
    """A training as far as it has come."""

    spec: Spec
    loss: NDArray[np.float64]
    """Of every update, (n,)."""
    epochs: tuple[EpochEnded, ...]
    problem: Problem | None = None
    """Why it failed, if it did."""

    @cached_property
    def smoothed(self) -> NDArray[np.float64]:
        """The moving mean of the loss over about 1,000 images."""
        window = min(len(self.loss), -(-IMAGES // self.spec.batch_size))
        return np.convolve(self.loss, np.full(window, 1 / window), "valid") if window else self.loss

    @property
    def ignorance(self) -> float:
        """How much of what can be learned is not learned: 1 for a network that guesses, 0 for the best."""
        learnable = GUESSING - noise_floor(self.spec.label_noise)
        if learnable < LITTLE:
            return 1
        return 1 - float(GUESSING - self.smoothed[-1]) / learnable

    @cached_property
    def falls(self) -> bool:
        """Whether the loss of the last quarter of the updates is below that of the quarter before."""
        before, last = np.array_split(self.loss, 4)[2:]
        error = math.sqrt(before.var() / len(before) + last.var() / len(last))
        return bool(before.mean() - last.mean() > CERTAIN * error)


def course(spec: Spec, events: Iterable[Event]) -> Course:
    """What the events of a run tell of it."""
    losses: list[float] = []
    epochs: list[EpochEnded] = []
    problem: Problem | None = None
    for event in events:
        match event:
            case BatchesTrained():
                losses += event.loss
            case EpochEnded():
                epochs.append(event)
            case RunFailed():
                problem = event.problem
    return Course(spec, np.array(losses), tuple(epochs), problem)


def noise_floor(label_noise: float) -> float:
    """The least loss without learning labels by heart: the entropy of a label, given the digit."""
    wrong = label_noise / CLASSES
    right = 1 - label_noise + wrong
    return -sum(p * math.log(p) for p in (right, *[wrong] * (CLASSES - 1)) if p > 0)
