"""Race: the chapter's loops against NumPy, on this machine, in a process of its own."""

import math
import multiprocessing
from multiprocessing.connection import Connection
from threading import Lock
from time import perf_counter
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.errors import BusyError
from app.tensors.limits import check_shape
from app.tensors.spelling import Shape, Whole
from app.tensors.track import Laps, main

BUDGET_SECONDS = 1.0
"""From the start of the process to its end."""
LEAST_SECONDS = 0.2
"""What is left for running where a busy machine took long to start."""
HOME_SECONDS = 0.1
"""Kept back for the way home."""
GIVE_UP_SECONDS = 10.0
QUEUE_SECONDS = 5.0
"""How long a race waits for those before it: side by side they would slow each other down."""
OPERATIONS = 2
"""On each number: an addition and a maximum."""


class RaceQuestion(BaseModel):
    """What both are to run with."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra={"examples": [{"shape": [20, 100]}]}
    )

    shape: tuple[Whole, ...] = Field(
        (20, 100), description="of the two tensors that are added; the default is the chapter's"
    )


class Both(BaseModel):
    """One number for each."""

    model_config = ConfigDict(frozen=True)

    naive: int
    numpy: int


class RaceResult(BaseModel):
    """How long `relu(x + y)` takes, as Python loops and in NumPy."""

    model_config = ConfigDict(frozen=True)

    shape: Shape
    naive: float = Field(description="seconds per repetition of the loops")
    numpy: float = Field(description="seconds per repetition of NumPy")
    ratio: float = Field(description="how many times as fast NumPy is")
    operations: Both = Field(description="additions and maxima a second")
    repetitions: Both = Field(description="that were measured")


class Races:
    """One race after the other, each in a fresh process that is killed at its end."""

    def __init__(self) -> None:
        self._track = Lock()

    def run(self, question: RaceQuestion) -> RaceResult:
        """Run `relu(x + y)` as Python loops and in NumPy, as often as one second in all allows.

        Errors: `too_many_axes`, `too_many_elements`; `race_not_run` while too many others race, or where no
        process can.
        """
        check_shape(question.shape)
        if not self._track.acquire(timeout=QUEUE_SECONDS):
            raise not_run()
        try:
            return described(question.shape, raced(question.shape))
        except (EOFError, OSError) as error:
            raise not_run() from error
        finally:
            self._track.release()


def raced(shape: Shape) -> Laps:
    """Start a process, let it race, end it."""
    begin = perf_counter()
    context = multiprocessing.get_context("spawn")
    pipe, theirs = context.Pipe()
    process = context.Process(target=main, args=(theirs,), name="race", daemon=True)
    process.start()
    theirs.close()
    try:
        heard(pipe)
        left = BUDGET_SECONDS - HOME_SECONDS - (perf_counter() - begin)
        pipe.send((shape, max(LEAST_SECONDS, left)))
        laps: Laps = heard(pipe)
        return laps
    finally:
        process.kill()
        process.join()
        process.close()
        pipe.close()


def heard(pipe: Connection) -> Any:
    """The next that the process says.

    Errors: EOFError or OSError if it says nothing.
    """
    if not pipe.poll(GIVE_UP_SECONDS):
        raise TimeoutError("no word from the track")
    return pipe.recv()


def described(shape: Shape, laps: Laps) -> RaceResult:
    """What can be said about the laps."""
    naive, numpy = laps
    work = OPERATIONS * math.prod(shape)
    return RaceResult(
        shape=shape,
        naive=naive.seconds,
        numpy=numpy.seconds,
        ratio=naive.seconds / numpy.seconds,
        operations=Both(naive=round(work / naive.seconds), numpy=round(work / numpy.seconds)),
        repetitions=Both(naive=naive.repetitions, numpy=numpy.repetitions),
    )


def not_run() -> BusyError:
    """What to say when the machine has no second to spare."""
    return BusyError(
        "race_not_run", "The machine is too busy for a race now.", hint="Try again in a few seconds."
    )
