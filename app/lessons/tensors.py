r"""A tensor is values of one dtype along any number of axes; its shape says how many stand along each.

X \in \mathbb{R}^{n_0 \times n_1 \times \cdots \times n_{r-1}}
"""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.errors import InvalidError
from app.tensors import tensor_story as story
from app.tensors.dtypes import DtypeName, Lost, cast, lost
from app.tensors.entries import Entries
from app.tensors.fixes import fix, tensor_of
from app.tensors.layout import Layout, axis_names, layout_of, row_by_row
from app.tensors.limits import MOST_FILLED, check_shape
from app.tensors.shown import Shown, shown
from app.tensors.slice_fixes import nearby
from app.tensors.slices import Cut, cuts, read_slice, spelt_index
from app.tensors.spelling import Shape, Tensor
from app.tensors.tensor_code import large_code, made_code
from app.tensors.trace import Code, Trace

TITLE = "Tensors"

MOST_COUNTED = 10**15
"""Elements of a tensor that is described, but not made."""
EXAMPLE: dict[str, Any] = {"a": {"values": [[5, 0, 4, 1, 9, 2], [1, 3, 1, 4, 3, 5], [3, 6, 1, 7, 2, 8]]}}
PRESETS = (
    ("a scalar", {"a": {"values": 22}}),
    ("a vector", {"a": {"values": [15, 2, 3, 11, 93]}}),
    ("a matrix", EXAMPLE),
    ("a cube", {"a": {"shape": [3, 3, 5]}}),
    ("rank 4", {"a": {"shape": [2, 3, 3, 4]}}),
    ("rank 5", {"a": {"shape": [2, 2, 3, 3, 3]}}),
    ("strings", {"a": {"values": [["cat", "horse"], ["dog", "ox"]]}}),
    ("uint8 starts again", {"a": {"values": [0, 127, 255, 256, 300, -1]}, "dtype": "uint8"}),
    ("float16 rounds", {"a": {"values": [0.1, 3.14159265, 2049, 70000, 1e-8]}, "dtype": "float16"}),
    ("a slice", {"a": {"shape": [4, 6]}, "slice": "1:3, ::2"}),
    ("uneven lists", {"a": {"values": [[1, 2, 3], [4, 5], [6, 7, 8]]}}),
)
FROM_A_RUN = (
    ("X, the batch", {"a": {"name": "X"}}),
    ("y, its labels", {"a": {"name": "y"}}),
    ("W1", {"a": {"name": "W1"}}),
    ("the middle of a digit", {"a": {"name": "X"}, "slice": "0, 400:412"}),
)


class Question(BaseModel):
    """A tensor, another dtype for it, and what to cut out of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    a: Entries = Field(
        description="a shape may have up to 10^15 elements here: above 65,536 it is only described"
    )
    dtype: DtypeName | None = Field(None, description="the dtype to switch to")
    slice: str | None = Field(
        None, max_length=200, description="what would stand between the brackets: 1:3, ::2"
    )


class AxisRow(BaseModel):
    """One axis of the result."""

    axis: int
    name: str
    length: int
    stride: int = Field(description="bytes from one index to the next")


class TensorsTrace(Trace):
    """All that there is to know about a tensor, after the switch of its dtype and the slice."""

    a: Shown | None = Field(description="before both; none if it is too large to be made")
    result: Shown | None
    rank: int
    shape: Shape
    size: int
    dtype: str
    strides: Shape
    bytes: int
    axes: tuple[AxisRow, ...]
    lost: Lost | None = Field(description="what the switch of the dtype changes")
    cuts: tuple[Cut, ...] | None = Field(description="what the slice does to each axis")
    steps: tuple[story.TensorStep, ...]


def explain(question: Question) -> TensorsTrace:
    """Describe a tensor.

    Errors: those of `app.tensors.nested`, `dtypes` and `slices`, with fixes; `too_many_elements`.
    """
    a = made(question)
    told = None if a is None else switched(question, a)
    whole = described(question) if told is None else layout_of(told)
    cut = None if question.slice is None else cut_out(question, whole.shape)
    result = None if told is None else sliced(told, question.slice)
    layout = layout_of(result) if result is not None else whole if cut is None else whole.cut(cut)
    change = None if a is None or told is None or question.dtype is None else lost(a, told)
    return TensorsTrace(
        a=None if a is None else shown(a),
        result=None if result is None else shown(result),
        rank=len(layout.shape),
        shape=layout.shape,
        size=layout.size,
        dtype=str(layout.dtype),
        strides=layout.strides,
        bytes=layout.bytes,
        axes=tuple(axes(layout)),
        lost=change,
        cuts=cut,
        steps=tuple(steps(question, whole, layout, change, cut)),
        code=code(question, whole),
    )


def made(question: Question) -> Tensor | None:
    """The tensor, None if it is only described."""
    if is_large(question):
        check_shape(question.a.shape or (), MOST_COUNTED)
        return None
    return tensor_of(question, "a")


def is_large(question: Question) -> bool:
    """Whether it has more elements than can be made."""
    return math.prod(question.a.shape or ()) > MOST_FILLED


def switched(question: Question, a: Tensor) -> Tensor:
    """The tensor in the dtype that is asked for."""
    try:
        return a if question.dtype is None else cast(a, question.dtype)
    except InvalidError as refusal:
        raise refusal.with_fixes([fix("leave them strings", question, dtype=None)]) from refusal


def described(question: Question) -> Layout:
    """The layout of a tensor that is not made: whole numbers, or what they become."""
    counted = np.zeros((), np.int64)
    dtype = counted.dtype if question.dtype is None else cast(counted, question.dtype).dtype
    return row_by_row(question.a.shape or (), dtype)


def cut_out(question: Question, shape: Shape) -> tuple[Cut, ...]:
    """What the slice does to each axis."""
    text = question.slice or ""
    try:
        return cuts(read_slice(text), shape)
    except InvalidError as refusal:
        ways = [fix(f"a[{other}]", question, slice=other) for other in nearby(text, shape)]
        raise refusal.with_fixes(ways) from refusal


def sliced(tensor: Tensor, text: str | None) -> Tensor:
    """NumPy's own answer."""
    return tensor if text is None else np.asarray(tensor[read_slice(text)])


def axes(layout: Layout) -> Iterator[AxisRow]:
    """Each axis with its name."""
    names = axis_names(len(layout.shape))
    for axis, (name, length, stride) in enumerate(zip(names, layout.shape, layout.strides, strict=True)):
        yield AxisRow(axis=axis, name=name, length=length, stride=stride)


def steps(
    question: Question, whole: Layout, layout: Layout, change: Lost | None, cut: tuple[Cut, ...] | None
) -> Iterator[story.TensorStep]:
    """Rank, shape and dtype; what was switched and what was cut out; then the memory."""
    yield story.rank_step(whole.shape)
    yield story.shape_step(whole.shape)
    told = story.dtype_step(whole.dtype) if question.dtype is None else story.cast_step(whole.dtype, change)
    yield told.model_copy(update={"text": f"{told.text} {story.rounded_text(question.a.values)}".strip()})
    if cut is not None:
        yield story.slice_step(spelt_index(read_slice(question.slice or "")), cut, whole.shape, layout.shape)
    yield story.memory_step(layout)


def code(question: Question, whole: Layout) -> Code:
    """The same in NumPy and, apart from strings, in Keras."""
    index = "" if question.slice is None else f"[{spelt_index(read_slice(question.slice))}]"
    if is_large(question):
        return large_code(whole.shape, question.dtype or "int64", index)
    strings = whole.dtype.kind == "U" or question.a.holds_strings
    return made_code(question.a.code(), question.dtype, index, strings)
