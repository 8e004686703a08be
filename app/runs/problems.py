"""What to say when a training cannot go on: what happened, what was expected, what to do."""

import math

import numpy as np
from numpy.typing import NDArray

from app.errors import PlaygroundError, Problem
from app.network.spec import Spec

HOPELESS_LOSS = 1e4
"""Not yet infinite, but nothing is learned from there; a network that only guesses has ln(10) = 2.3."""


class DivergedError(Exception):
    """The loss has left the numbers from which one learns."""

    def __init__(self, spec: Spec, step: int, loss: float) -> None:
        super().__init__(f"loss {loss} at update {step}")
        self.problem = diverged(spec, step, loss)


def is_hopeless(loss: float) -> bool:
    """Whether a loss is NaN, infinite or absurd."""
    return not loss < HOPELESS_LOSS


def until_hopeless(loss: NDArray[np.float32]) -> int:
    """How many of these losses are worth telling: all, or those up to the first hopeless one."""
    hopeless = np.flatnonzero(~(loss < HOPELESS_LOSS))
    return int(hopeless[0]) + 1 if len(hopeless) else len(loss)


def diverged(spec: Spec, step: int, loss: float) -> Problem:
    """How a run left the numbers, and a learning rate that works."""
    optimizer = spec.optimizer
    rate = working_rate(spec)
    shown = f"{loss:.3g}" if math.isfinite(loss) else "no number any more" if math.isnan(loss) else "infinite"
    return Problem(
        code="diverged",
        what=f"The training diverged: at update {step:,} the loss is {shown}.",
        expected="a loss that falls from about 2.3, where a network that only guesses stands",
        got=shown,
        hint=f"With learning rate {optimizer.learning_rate:g} every step overshoots further. Try {rate:g}.",
        fixes=({"optimizer": {**optimizer.model_dump(), "learning_rate": rate}},),
    )


def working_rate(spec: Spec) -> float:
    """The optimizer's own default, or a tenth of the rate where that was no larger."""
    default = type(spec.optimizer)().learning_rate
    rate = spec.optimizer.learning_rate
    return default if rate > default else rate / 10


def problem_of(error: Exception) -> Problem:
    """Any error of a training as a problem in plain words."""
    match error:
        case DivergedError() | PlaygroundError():
            return error.problem
        case MemoryError():
            return out_of_memory(error)
        case OSError():
            return Problem(
                code="disk_error",
                what="A snapshot or a checkpoint could not be written or read.",
                got=first_line(error),
                hint="Make room in the data folder, then start the run again.",
            )
    # TensorFlow's own class for this; importing it here would load TensorFlow.
    if type(error).__name__ == "ResourceExhaustedError" or "out of memory" in str(error).lower():
        return out_of_memory(error)
    return Problem(
        code="training_error",
        what="The training stopped with an error.",
        got=first_line(error),
        hint="Start the run again; if it fails again, change its settings.",
    )


def out_of_memory(error: Exception) -> Problem:
    """The machine is too small for this network."""
    return Problem(
        code="out_of_memory",
        what="There is not enough memory to train this network.",
        got=first_line(error),
        hint="Take fewer units, fewer layers or a smaller batch.",
    )


def first_line(error: Exception) -> str:
    """Name and first line of an error, at most 200 characters."""
    lines = str(error).splitlines()
    return f"{type(error).__name__}: {lines[0] if lines else ''}"[:200]


def worker_lost(attempts: int, exit_code: int | None) -> Problem:
    """A run whose process dies again and again without getting on."""
    return Problem(
        code="worker_lost",
        what=f"The training process was lost {attempts} times without getting any further.",
        expected="a process that trains to the end",
        got=exit_words(exit_code),
        hint="Often the machine has too little memory: take a smaller network, or end other programs.",
    )


def exit_words(exit_code: int | None) -> str:
    """How a process ended: `exit code 1`, `killed by signal 9`."""
    if exit_code is not None and exit_code < 0:
        return f"killed by signal {-exit_code}"
    return f"exit code {exit_code}"
