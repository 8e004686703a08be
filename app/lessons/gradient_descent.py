r"""The gradient points uphill, so a small step against it goes down; how small a step is the learning rate.

W \leftarrow W - \eta \, \nabla L(W)
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any

import numpy as np
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from app.autodiff.refusals import whole_fixes
from app.descent.descent_code import descent_code
from app.descent.fate import Fate, Kind, fate
from app.descent.function import Function
from app.descent.ground import Ground, ground
from app.descent.landscapes import LANDSCAPES, Landscape, own
from app.descent.numbers import number
from app.descent.optimizers import Optimizer
from app.descent.presets import EXAMPLE, PRESETS
from app.descent.race import Path, race
from app.descent.slower import slower
from app.descent.story import story
from app.errors import InvalidError
from app.tensors.alignment import Fix
from app.tensors.fixes import fix
from app.tensors.shown import Shown, shown
from app.tensors.spelling import words
from app.tensors.trace import Step, Trace

__all__ = ["PRESETS"]

TITLE = "Gradient descent"

MOST_STEPS = 1000
MOST_OPTIMIZERS = 6
FARTHEST = 1e6
USUAL_START = (2.0, 1.0)


def listed(start: Any) -> Any:
    """A lonely number as a place on a curve."""
    return (start,) if isinstance(start, int | float) and not isinstance(start, bool) else start


Axis = Annotated[float, Strict()]
Start = Annotated[
    tuple[Axis, ...] | None,
    BeforeValidator(listed, json_schema_input_type=tuple[float, ...] | float | None),
]


class Question(BaseModel):
    """What is descended, from where, by whom, and how often."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    function: str = Field(
        "parabola",
        max_length=500,
        description=f"{', '.join(LANDSCAPES)}, or an expression of `x` or of `x` and `y`",
    )
    start: Start = Field(
        None, description="a number for each axis, alone if there is one axis; null: the usual one"
    )
    optimizers: tuple[Optimizer, ...] = Field(
        (Optimizer(name="sgd"),), min_length=1, max_length=MOST_OPTIMIZERS
    )
    steps: int = Field(40, ge=1, le=MOST_STEPS, strict=True)
    until: float | None = Field(
        None, allow_inf_nan=False, strict=True, description="stop where the loss is at most this"
    )


class Way(BaseModel):
    """The way of one optimizer: where it was, before the first update and after each."""

    optimizer: Optimizer
    title: str
    about: str = Field(description="what its rule does")
    points: Any = Field(description="(places, axes); NaN and the infinities are words")
    losses: Any = Field(description="(places,)")
    gradients: Any = Field(description="(places, axes)")
    fate: Kind = Field(description="how it ends")
    text: str = Field(description="how it ends, in words")
    fixes: tuple[dict[str, Any], ...] = Field(
        (), description="if it diverges: the question with a rate that works"
    )


class DescentTrace(Trace):
    """The landscape and the ways over it, step by step."""

    start: tuple[float, ...]
    paths: tuple[Way, ...]
    landscape: Ground
    steps: tuple[Step, ...]
    result: Shown = Field(description="where each optimizer ends, one in a row")


def explain(question: Question) -> DescentTrace:
    """Let optimizers go down a landscape.

    Errors: `start_does_not_fit`; those of an expression that cannot be read.
    """
    landscape, function = descended(question)
    start = np.array(landscape.start)
    paths = race(function.slope, question.optimizers, start, question.steps, question.until)
    drawn = ground(landscape, function.slope, function.kinks)
    lowest = np.inf if drawn.lowest is None else drawn.lowest
    kinks = [function.kink_texts(path.points) for path in paths]
    fates = [fate(path, lowest, landscape.window, said[-1]) for path, said in zip(paths, kinks, strict=True)]
    return DescentTrace(
        start=landscape.start,
        paths=tuple(ways(question, landscape, function, paths, fates)),
        landscape=drawn,
        steps=tuple(story(question.optimizers, paths, [end.text for end in fates], kinks[0])),
        result=shown(np.array([path.points[-1] for path in paths])),
        code=descent_code(
            landscape.expression, landscape.start, question.optimizers, question.steps, question.until
        ),
    )


def descended(question: Question) -> tuple[Landscape, Function]:
    """The landscape with the start that is asked for, and its function."""
    known = LANDSCAPES.get(question.function)
    with whole_fixes(question, "function"):
        function = Function(known.expression if known else question.function)
    start = question.start or (known.start if known else USUAL_START[: function.axes])
    if len(start) != function.axes or not all(abs(axis) <= FARTHEST for axis in start):
        raise misplaced(question, function.axes)
    return (replace(known, start=start) if known else own(question.function, start)), function


def misplaced(question: Question, axes: int) -> InvalidError:
    """What to say about a start that is no place of the landscape."""
    return InvalidError(
        "start_does_not_fit",
        "There is no such place to start from.",
        expected=f"{axes} number{'s' * (axes - 1)} from {-FARTHEST:,.0f} to {FARTHEST:,.0f}",
        got=str(list(question.start or ())),
        hint="A curve over x takes one number, a surface over x and y takes two.",
        fixes=(fix("start where one usually does", question, start=None),),
    )


def ways(
    question: Question, landscape: Landscape, function: Function, paths: Sequence[Path], fates: Sequence[Fate]
) -> Iterator[Way]:
    """What is told of each path."""
    for i, (optimizer, path, end) in enumerate(zip(question.optimizers, paths, fates, strict=True)):
        yield Way(
            optimizer=optimizer,
            title=optimizer.title,
            about=optimizer.about,
            points=words(path.points),
            losses=words(path.losses),
            gradients=words(path.gradients),
            fate=end.kind,
            text=end.text,
            fixes=tuple(remedies(question, i, landscape, function)) if end.kind == "diverged" else (),
        )


def remedies(question: Question, i: int, landscape: Landscape, function: Function) -> Iterator[Fix]:
    """The question with a learning rate that works for this optimizer, if there is one."""
    start = np.array(landscape.start)
    found = slower(function.slope, question.optimizers[i], start, question.steps, landscape.window)
    if found:
        optimizers = (*question.optimizers[:i], found, *question.optimizers[i + 1 :])
        yield fix(
            f"{found.title}: learning rate {number(found.learning_rate)}", question, optimizers=optimizers
        )
