r"""Two shapes fit when, counted from the last axis, lengths are equal or 1; an axis of length 1 is stretched.

C_{ij} = A_{ij} + b_j
"""

from collections.abc import Iterator
from typing import Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.tensors.alignment import Axis, aligned
from app.tensors.fixes import common_shape, tensor_of
from app.tensors.operand import Operand
from app.tensors.operations import OPERATIONS, applied
from app.tensors.shown import Shown, shown
from app.tensors.spelling import Shape, spelt
from app.tensors.trace import Code, Step, Trace

TITLE = "Broadcasting"

EXAMPLE: dict[str, Any] = {"a": {"shape": [2, 3]}, "b": {"shape": [3]}}
PRESETS = (
    ("a row onto a matrix", EXAMPLE),
    ("a bias for 28 samples", {"a": {"shape": [28, 10]}, "b": {"shape": [10]}}),
    ("a scalar", {"a": {"values": [1, 2, 3]}, "b": {"values": 2.0}, "op": "multiply"}),
    ("a column meets a row", {"a": {"shape": [3, 1]}, "b": {"shape": [4]}}),
    ("four axes", {"a": {"shape": [64, 3, 32, 10]}, "b": {"shape": [32, 10]}, "op": "maximum"}),
    ("a misfit", {"a": {"shape": [2, 3]}, "b": {"shape": [2]}}),
)
FROM_A_RUN = (
    ("X·W1 + b1", {"a": {"name": "XW1"}, "b": {"name": "b1"}}),
    ("learning rate × dW2", {"a": {"name": "dW2"}, "b": {"values": 0.001}, "op": "multiply"}),
)


class Question(BaseModel):
    """Two tensors and what to do with each pair of numbers that meet."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    a: Operand
    b: Operand
    op: Literal["add", "subtract", "multiply", "divide", "maximum", "minimum"] = "add"


class BroadcastStep(Step):
    """One step: the operands as they are, an axis added, an axis stretched, or the result computed."""

    kind: Literal["operands", "expand_dims", "stretch", "compute"]
    operand: Literal["a", "b"] | None = None
    axis: int | None = None
    times: int | None = None
    shape: Shape | None = Field(None, description="of the operand after this step; of the result at the end")


class Bytes(BaseModel):
    """What both operands cost: as they are, and as if every stretched number were written down."""

    real: int
    virtual: int


class Strides(BaseModel):
    """Bytes from one number to the next along each axis; 0 where an axis is stretched."""

    own: Shape
    stretched: Shape


class AxisRow(BaseModel):
    """One axis of the result, and the lengths that the operands bring to it."""

    axis: int
    a: int | None
    b: int | None
    result: int


class BroadcastingTrace(Trace):
    """The chapter's two steps, one at a time, and what comes out."""

    a: Shown
    b: Shown
    result: Shown
    axes: tuple[AxisRow, ...]
    steps: tuple[BroadcastStep, ...]
    bytes: Bytes
    strides: dict[str, Strides]


def explain(question: Question) -> BroadcastingTrace:
    """Broadcast a and b to one shape and combine them.

    Errors: `shapes_do_not_broadcast` with the failing axis and fixes; `too_many_elements` in the result.
    """
    a, b = tensor_of(question, "a"), tensor_of(question, "b")
    shape = common_shape(question, a.shape, b.shape)
    axes = aligned(a.shape, b.shape)
    wide_a, wide_b = np.broadcast_to(a, shape), np.broadcast_to(b, shape)
    return BroadcastingTrace(
        a=shown(a),
        b=shown(b),
        result=shown(applied(question.op, a, b)),
        axes=tuple(AxisRow(axis=x.axis, a=x.a, b=x.b, result=x.result) for x in axes),
        steps=tuple(steps(question.op, a.shape, b.shape, axes)),
        bytes=Bytes(real=a.nbytes + b.nbytes, virtual=wide_a.nbytes + wide_b.nbytes),
        strides={
            "a": Strides(own=a.strides, stretched=wide_a.strides),
            "b": Strides(own=b.strides, stretched=wide_b.strides),
        },
        code=code(question),
    )


def steps(op: str, a: Shape, b: Shape, axes: tuple[Axis, ...]) -> Iterator[BroadcastStep]:
    """The operands, then for each what is added and stretched, then the result."""
    yield BroadcastStep(kind="operands", title="Two tensors", text=f"a is {spelt(a)} and b is {spelt(b)}.")
    yield from grown("a", a, tuple(axis.result for axis in axes))
    yield from grown("b", b, tuple(axis.result for axis in axes))
    shape = tuple(axis.result for axis in axes)
    yield BroadcastStep(
        kind="compute",
        shape=shape,
        title=OPERATIONS[op].numpy,
        text=f"Both are {spelt(shape)} now, so each number of a meets one of b.",
    )


def grown(name: Literal["a", "b"], shape: Shape, target: Shape) -> Iterator[BroadcastStep]:
    """The chapter's two steps for one operand: axes of length 1 in front, then each of them repeated."""
    while len(shape) < len(target):
        shape = (1, *shape)
        yield BroadcastStep(
            kind="expand_dims",
            operand=name,
            axis=0,
            shape=shape,
            title="Add an axis",
            text=f"{name} has fewer axes, so it gets one of length 1 in front: {spelt(shape)}.",
        )
    for axis, times in enumerate(target):
        if shape[axis] != times:
            shape = (*shape[:axis], times, *shape[axis + 1 :])
            yield BroadcastStep(
                kind="stretch",
                operand=name,
                axis=axis,
                times=times,
                shape=shape,
                title="Stretch an axis",
                text=f"Axis {axis} of {name} is 1 long and is read {times} times: {spelt(shape)}.",
            )


def code(question: Question) -> Code:
    """The same in NumPy and in Keras."""
    operands = f"a = {question.a.code()}\nb = {question.b.code()}\n"
    return Code(
        numpy=f"import numpy as np\n\n{operands}result = {OPERATIONS[question.op].numpy}",
        keras=f"import keras\nimport numpy as np\n\n{operands}result = keras.ops.{question.op}(a, b)",
    )
