"""Tensor story: what a tensor is, told in a few sentences with its real numbers."""

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from app.tensors.dtypes import Lost
from app.tensors.layout import Layout, axis_names
from app.tensors.nested import leaves
from app.tensors.slices import Cut
from app.tensors.spelling import Shape, spelt
from app.tensors.trace import Step


class TensorStep(Step):
    """One thing that there is to know about a tensor."""

    kind: Literal["rank", "shape", "dtype", "cast", "slice", "memory"]


def rank_step(shape: Shape) -> TensorStep:
    """How many axes there are."""
    return TensorStep(kind="rank", title=rank_title(len(shape)), text=rank_text(shape))


def rank_title(rank: int) -> str:
    """What such a tensor is called."""
    named = ("A scalar", "A vector", "A matrix")
    return named[rank] if rank < len(named) else f"A rank-{rank} tensor"


def rank_text(shape: Shape) -> str:
    """Its axes, and what they are not."""
    if not shape:
        return "One number and no axis: rank 0."
    if len(shape) == 1:
        return f"One axis: rank 1. {dimensions_text(shape[0])}".strip()
    return f"{len(shape)} axes, one for each level of brackets: rank {len(shape)}, which NumPy calls ndim."


def dimensions_text(entries: int) -> str:
    """The dimensions of a vector are not the axes of a tensor."""
    if entries < 2:
        return ""
    return (
        f"With {entries:,} entries one may call it a {entries:,}-dimensional vector, but a tensor"
        f" with {entries:,} axes is something else: its shape has {entries:,} numbers."
    )


def shape_step(shape: Shape) -> TensorStep:
    """How long each axis is."""
    lengths = [f"{n:,} {name}" for n, name in zip(shape, axis_names(len(shape)), strict=True)]
    size = Layout(shape, np.dtype(np.uint8), shape).size
    product = f"{' × '.join(f'{n:,}' for n in shape)} = " if len(shape) > 1 else ""
    text = (
        f"{' of '.join(lengths)}: {product}{size:,} values." if shape else "No axis, so no length: one value."
    )
    return TensorStep(kind="shape", title=f"Shape {spelt(shape)}", text=text)


def dtype_step(dtype: np.dtype[Any]) -> TensorStep:
    """What kind of values they are."""
    return TensorStep(kind="dtype", title=f"dtype {dtype}", text=dtype_text(dtype))


def dtype_text(dtype: np.dtype[Any]) -> str:
    """What such values are, and what each takes up."""
    if dtype.kind == "U":
        characters = dtype.itemsize // 4
        return f"Strings: each takes 4 × {characters} = {dtype.itemsize} bytes, room for the longest."
    kinds = {
        "b": "True or False",
        "i": "Whole numbers",
        "u": "Whole numbers from 0",
        "f": "Numbers with a fraction",
    }
    return f"{kinds[dtype.kind]}: {dtype.itemsize} {'byte' if dtype.itemsize == 1 else 'bytes'} each."


def rounded_text(values: Any) -> str:
    """What is said where a whole number stands among fractions, and no float64 is equal to it."""
    entries = list(leaves(values))
    whole = (entry for entry in entries if type(entry) is int and int(float(entry)) != entry)
    if not any(isinstance(entry, float | str) for entry in entries) or (first := next(whole, None)) is None:
        return ""
    return f"Beside a fraction {first} became {int(float(first))}: a float64 keeps 53 binary digits."


def cast_step(dtype: np.dtype[Any], lost: Lost | None) -> TensorStep:
    """What another dtype has changed."""
    return TensorStep(kind="cast", title=f"As {dtype}", text=f"{cast_text(lost)} {dtype_text(dtype)}".strip())


def cast_text(lost: Lost | None) -> str:
    """How many values it has changed."""
    if lost is None:
        return ""
    if lost.changed == 0:
        return "Every value comes through as it was."
    return (
        f"{lost.changed:,} of {lost.of:,} values {'is another' if lost.changed == 1 else 'are others'} now."
    )


def slice_step(text: str, cuts: Sequence[Cut], before: Shape, after: Shape) -> TensorStep:
    """What a slice keeps of each axis."""
    kept = [f"axis {cut.axis} keeps {cut.length:,} of {before[cut.axis]:,}" for cut in cuts if cut.kept]
    gone = [f"axis {cut.axis} goes, for one index is picked" for cut in cuts if not cut.kept]
    said = "; ".join([*kept, *gone]) or "nothing to cut"
    return TensorStep(
        kind="slice",
        title=f"a[{text}]",
        text=f"{said[0].upper()}{said[1:]}. {spelt(before)} becomes {spelt(after)}; nothing is copied.",
    )


def memory_step(layout: Layout) -> TensorStep:
    """What it takes up, and how far it is from one value to the next."""
    takes = f"{layout.size:,} × {layout.dtype.itemsize} bytes = {layout.bytes:,} bytes."
    ways = [f"{stride:,} along axis {axis}" for axis, stride in enumerate(layout.strides)]
    steps = f" Bytes to the next value: {', '.join(ways)}." if ways else ""
    return TensorStep(kind="memory", title=f"{layout.bytes:,} bytes", text=takes + steps)
