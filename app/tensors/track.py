"""Track: the process of one race; it hears the shape and the time, runs both, and answers."""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from time import perf_counter
from timeit import Timer

import numpy as np

from app.tensors.naive import naive_addition, naive_relu
from app.tensors.spelling import Shape

NAIVE_SHARE = 0.7
"""Of the time: the loops need more of it for as good a measurement."""

BLOCKS = 10


@dataclass(frozen=True)
class Lap:
    """What one runner did."""

    seconds: float
    """Per repetition, in its fastest block."""
    repetitions: int


Laps = tuple[Lap, Lap]
"""Of the loops and of NumPy."""


def main(pipe: Connection) -> None:
    """One race; the process ends with it."""
    try:
        pipe.send(None)
        shape, seconds = pipe.recv()
        pipe.send(laps(shape, seconds))
    except (EOFError, OSError):
        return  # nobody waits any more


def laps(shape: Shape, seconds: float) -> Laps:
    """Both compute `relu(x + y)` of two tensors of that shape, as often as the time allows."""
    rng = np.random.default_rng(0)
    x, y = rng.standard_normal(shape), rng.standard_normal(shape)
    return (
        lap(lambda: naive_relu(naive_addition(x, y)), seconds * NAIVE_SHARE),
        lap(lambda: np.maximum(x + y, 0), seconds * (1 - NAIVE_SHARE)),
    )


def lap(work: Callable[[], object], seconds: float) -> Lap:
    """Blocks of repetitions while the time allows; the fastest counts: other programs only slow it down."""
    timer, end = Timer(work), perf_counter() + seconds
    block = repetitions_in(timer, seconds / BLOCKS)
    times = [timer.timeit(block)]
    while perf_counter() < end:
        times.append(timer.timeit(block))
    return Lap(min(times) / block, block * len(times))


def repetitions_in(timer: Timer, seconds: float) -> int:
    """A power of two of repetitions that takes about so long."""
    repetitions = 1
    while 2 * timer.timeit(repetitions) < seconds:
        repetitions *= 2
    return repetitions
