r"""A reshape keeps the order of the numbers and changes the shape; a transpose changes the order of the axes.

A^{\top}_{ji} = A_{ij}
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.errors import InvalidError
from app.tensors.alignment import Fix
from app.tensors.fixes import fix, tensor_of
from app.tensors.moves import Move
from app.tensors.operand import Operand
from app.tensors.shown import Shown, shown
from app.tensors.spelling import Shape, Tensor, spelt
from app.tensors.trace import Code, Step, Trace

TITLE = "Reshaping"

MOST_MOVES = 8
EXAMPLE: dict[str, Any] = {"a": {"shape": [2, 3]}, "ops": [{"op": "reshape", "shape": [3, 2]}]}
PRESETS = (
    ("(2, 3) to (3, 2) to (6, 1)", {**EXAMPLE, "ops": [*EXAMPLE["ops"], {"op": "reshape", "shape": [6, 1]}]}),
    ("transpose (2, 3)", {"a": {"shape": [2, 3]}, "ops": [{"op": "transpose"}]}),
    ("is transpose the reverse of reshape?", {**EXAMPLE, "ops": [*EXAMPLE["ops"], {"op": "transpose"}]}),
    ("transpose (200, 3)", {"a": {"shape": [200, 3]}, "ops": [{"op": "transpose"}]}),
    (
        "flatten with −1",
        {"a": {"shape": [2, 3, 4]}, "ops": [{"op": "reshape", "shape": [2, -1]}, {"op": "flatten"}]},
    ),
    (
        "an axis more, an axis less",
        {"a": {"values": [1, 2, 3]}, "ops": [{"op": "expand_dims", "axis": 1}, {"op": "squeeze"}]},
    ),
    ("three numbers as a scalar", {"a": {"values": [1, 2, 3]}, "ops": [{"op": "reshape", "shape": []}]}),
)
FROM_A_RUN = (
    ("Xᵀ", {"a": {"name": "X"}, "ops": [{"op": "transpose"}]}),
    ("inside a digit", {"a": {"name": "X", "slice": ":, 400:410"}, "ops": [{"op": "transpose"}]}),
    ("X as images", {"a": {"name": "X"}, "ops": [{"op": "reshape", "shape": [-1, 28, 28]}]}),
)


class Question(BaseModel):
    """A tensor and the moves that are made with it, one after the other."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    a: Operand
    ops: tuple[Move, ...] = Field((), max_length=MOST_MOVES, description="up to 8 moves")


class ReshapingStep(Step):
    """The tensor after one move, and how it lies in memory."""

    op: str
    before: Shape
    result: Shown
    strides: Shape = Field(description="bytes from one number to the next along each axis")
    copied: bool = Field(description="whether NumPy wrote the numbers down anew; if not, it is a view")


class Contrast(BaseModel):
    """The shape of the result, filled by a reshape of `a` alone."""

    result: Shown
    differ: int = Field(description="how many numbers stand elsewhere than in the result of the moves")


class ReshapingTrace(Trace):
    """Every move with its outcome, and what a mere reshape would have made."""

    a: Shown
    strides: Shape = Field(description="of a")
    steps: tuple[ReshapingStep, ...]
    result: Shown
    contrast: Contrast


def explain(question: Question) -> ReshapingTrace:
    """Make the moves one after the other.

    Errors: those of `app.tensors.moves`, with the moves that fit instead as fixes.
    """
    a = tensor_of(question, "a")
    tensors = tuple(moved(question, a))
    result = (a, *tensors)[-1]
    return ReshapingTrace(
        a=shown(a),
        strides=a.strides,
        steps=tuple(steps(question, (a, *tensors))),
        result=shown(result),
        contrast=contrast(a, result),
        code=code(question),
    )


def moved(question: Question, tensor: Tensor) -> Iterator[Tensor]:
    """The tensor after each move."""
    for place, move in enumerate(question.ops):
        try:
            tensor = move.of(tensor)
        except InvalidError as refusal:
            raise refusal.with_fixes(ways_out(question, place, tensor.shape)) from refusal
        yield tensor


def ways_out(question: Question, place: int, shape: Shape) -> Iterator[Fix]:
    """The questions in which another move stands in that place."""
    before, move, rest = question.ops[:place], question.ops[place], question.ops[place + 1 :]
    for other in move.instead(shape):
        yield fix(other.code(name(place)), question, ops=(*before, other, *rest))


def name(place: int) -> str:
    """The variable from which a move starts."""
    return "a" if place == 0 else "result"


def steps(question: Question, tensors: tuple[Tensor, ...]) -> Iterator[ReshapingStep]:
    """Each move with the tensor that it made."""
    for place, (move, (before, after)) in enumerate(zip(question.ops, pairwise(tensors), strict=True)):
        copied = after.size > 0 and not np.shares_memory(before, after)
        yield ReshapingStep(
            op=move.op,
            before=before.shape,
            result=shown(after),
            strides=after.strides,
            copied=copied,
            title=move.code(name(place)),
            text=f"{spelt(before.shape)} becomes {spelt(after.shape)}. {told(before, after, copied)}",
        )


def told(before: Tensor, after: Tensor, copied: bool) -> str:
    """What it cost."""
    if copied:
        return f"A copy: {after.nbytes:,} bytes are written down anew, in the order of the new shape."
    if before.strides == after.strides:
        return "A view: nothing moves, and the strides stay the same."
    return f"A view: nothing moves, only the strides {spelt(before.strides)} become {spelt(after.strides)}."


def contrast(a: Tensor, result: Tensor) -> Contrast:
    """What a reshape alone makes of a in the shape of the result."""
    straight = a.reshape(result.shape)
    same = (straight == result) | (np.isnan(straight) & np.isnan(result))
    return Contrast(result=shown(straight), differ=result.size - int(np.count_nonzero(same)))


def code(question: Question) -> Code:
    """The same in NumPy and in Keras."""
    first = f"import numpy as np\n\na = {question.a.code()}"
    named = [(name(place), move) for place, move in enumerate(question.ops)]
    numpy = [f"result = {move.code(before)}" for before, move in named]
    keras = [f"result = {move.keras(before)}" for before, move in named]
    return Code(
        numpy="\n".join([first, *(numpy or ["result = a"])]),
        keras="\n".join(["import keras", first, *(keras or ["result = a"])]),
    )
