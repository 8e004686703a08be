"""Cells: how one number of a tensor, or a line of them, is named and found."""

from app.errors import InvalidError
from app.tensors.spelling import Place, Shape, Tensor, spelt

Line = tuple[int | None, ...]
"""A place with None where it runs along a whole axis."""


def named(tensor: str, line: tuple[int | str | None, ...]) -> str:
    """A cell or a line as code names it: a[0, 1], a[:, 1]; a scalar is its only cell."""
    indices = ", ".join(":" if i is None else str(i) for i in line)
    return f"{tensor}[{indices}]" if indices else tensor


def picked(tensor: Tensor, line: Line) -> Tensor:
    """The numbers of a line."""
    part: Tensor = tensor[tuple(slice(None) if i is None else i for i in line)]
    return part


def source(place: Place, shape: Shape) -> Place:
    """Where an operand of that shape is read for a place of the result: a stretched axis is read at 0."""
    own = place[len(place) - len(shape) :]
    return tuple(0 if length == 1 else i for i, length in zip(own, shape, strict=True))


def check_place(tensor: str, shape: Shape, place: Place, code: str = "no_such_cell") -> None:
    """Refuse a place that a tensor of that shape does not have.

    Errors: one of that code.
    """
    if len(place) != len(shape) or not all(0 <= i < n for i, n in zip(place, shape, strict=True)):
        raise InvalidError(
            code,
            f"{tensor} has no such number.",
            expected=f"one index for each axis of {spelt(shape)}, from 0",
            got=spelt(place),
        )
