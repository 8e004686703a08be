"""Slices: what stands between the brackets of `a[10:100, 7:-7]`, read without ever being executed."""

import re
from types import EllipsisType

from pydantic import BaseModel, ConfigDict, Field

from app.errors import InvalidError
from app.tensors.spelling import Shape, spelt

Part = int | slice | EllipsisType
Index = tuple[Part, ...]

BRACKETS = re.compile(r"\s*(?:[A-Za-z_]\w*\s*)?\[(.*)\]\s*", re.DOTALL)
# What NumPy takes for a list of indices: a[[0, 1]] has two rows, where a[0, 1] is one number.
LIST = re.compile(r"\s*\[[-\d,\s]*\]\s*")
NUMBER = re.compile(r"-?[0-9]{1,9}")


class Cut(BaseModel):
    """What an index does to one axis: it goes from start towards stop, step by step."""

    model_config = ConfigDict(frozen=True)

    axis: int
    start: int
    stop: int
    step: int
    length: int = Field(description="how many are kept")
    kept: bool = Field(description="false where a single number takes the axis away")


def read_slice(text: str) -> Index:
    """`10:100, 7:-7`, with or without its brackets, as NumPy takes it.

    Errors: `not_a_slice` with the part that cannot be read; `two_ellipses`; `zero_step`.
    """
    if LIST.fullmatch(text):
        raise not_a_slice(text.strip())
    inner = BRACKETS.sub(r"\1", text).strip()
    parts = inner.removesuffix(",").split(",")
    index = tuple(read_part(part.strip()) for part in parts)
    if index.count(...) > 1:
        raise InvalidError("two_ellipses", "There is more than one `...`.", expected="at most one", got=inner)
    return index


def read_part(text: str) -> Part:
    """A whole number, a slice, or `...`."""
    if text == "...":
        return ...
    pieces = [piece.strip() for piece in text.split(":")]
    if len(pieces) > 3 or any(piece and not NUMBER.fullmatch(piece) for piece in pieces) or not text:
        raise not_a_slice(text)
    numbers = [int(piece) if piece else None for piece in pieces]
    if len(numbers) == 1:
        return int(text)
    if numbers[2:] == [0]:
        raise InvalidError(
            "zero_step", f"The step in {text} is 0.", expected="a step that leads on", got=text
        )
    return slice(*numbers)


def not_a_slice(text: str) -> InvalidError:
    """What to say about a part that cannot be read."""
    return InvalidError(
        "not_a_slice",
        f"“{ascii(text)[1:-1][:40]}” is no slice.",
        expected="for each axis a whole number, start:stop, start:stop:step, or ...",
        got=ascii(text)[:40],
        hint="An example: 10:100, 7:-7, ::2",
    )


def spelt_index(index: Index) -> str:
    """The index as it is written in code."""
    return ", ".join(spelt_part(part) for part in index)


def spelt_part(part: Part) -> str:
    """5, 10:100, ::2, or ... ."""
    if part is ...:
        return "..."
    if isinstance(part, int):
        return str(part)
    step = [] if part.step is None else [part.step]
    return ":".join("" if number is None else str(number) for number in (part.start, part.stop, *step))


def cuts(index: Index, shape: Shape) -> tuple[Cut, ...]:
    """What an index does to each axis of a shape.

    Errors: `too_many_indices`; `index_out_of_range` with the axis.
    """
    return tuple(cut(axis, part, shape) for axis, part in enumerate(spread(index, shape)))


def spread(index: Index, shape: Shape) -> Index:
    """One part an axis: `...`, or else the end, stands for all axes that are not named."""
    named = len(index) - index.count(...)
    if named > len(shape):
        raise too_many_indices(named, shape)
    place = index.index(...) if ... in index else len(index)
    return (*index[:place], *(slice(None),) * (len(shape) - named), *index[place + 1 :])


def cut(axis: int, part: Part, shape: Shape) -> Cut:
    """What one part does to its axis."""
    length = shape[axis]
    if isinstance(part, slice):
        start, stop, step = part.indices(length)
        return Cut(
            axis=axis, start=start, stop=stop, step=step, length=len(range(start, stop, step)), kept=True
        )
    assert isinstance(part, int)
    if not -length <= part < length:
        raise out_of_range(part, axis, shape)
    return Cut(axis=axis, start=part % length, stop=part % length + 1, step=1, length=1, kept=False)


def too_many_indices(named: int, shape: Shape) -> InvalidError:
    """What to say about an index for an axis that is not there."""
    return InvalidError(
        "too_many_indices",
        f"There are {named} indices, but {spelt(shape)} has {len(shape)} axes.",
        expected=f"at most {len(shape)}",
        got=str(named),
        shapes={"a": shape},
    )


def out_of_range(part: int, axis: int, shape: Shape) -> InvalidError:
    """What to say about a single place that is not there; a slice would be shortened."""
    length = shape[axis]
    return InvalidError(
        "index_out_of_range",
        f"Axis {axis} is {length} long, so it has no index {part}.",
        expected=f"{-length} to {length - 1}" if length else "a slice, for there is nothing along this axis",
        got=str(part),
        hint="A slice may reach over the end; a single index may not.",
        shapes={"a": shape},
        axis=axis,
    )
