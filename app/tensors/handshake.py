"""Handshake: the last axis of a meets the last but one of b, or its only one, and both vanish."""

from dataclasses import dataclass
from typing import TypeVar

from app.tensors.spelling import Shape

Index = TypeVar("Index")


@dataclass(frozen=True)
class Handshake:
    """Two shapes, the axes that meet, and what is left of them."""

    a: Shape
    b: Shape

    @property
    def a_axis(self) -> int | None:
        """The axis of a that is summed over; none where a scalar takes part."""
        return len(self.a) - 1 if self.a and self.b else None

    @property
    def b_axis(self) -> int | None:
        """The axis of b that is summed over."""
        return max(len(self.b) - 2, 0) if self.a and self.b else None

    @property
    def lengths(self) -> tuple[int, int]:
        """How long the two axes are; a scalar's one number counts as 1."""
        if self.a_axis is None or self.b_axis is None:
            return 1, 1
        return self.a[self.a_axis], self.b[self.b_axis]

    @property
    def fits(self) -> bool:
        """Whether each number of a row has its partner in a column."""
        return self.lengths[0] == self.lengths[1]

    @property
    def kept(self) -> int:
        """How many axes of the result come from a."""
        return len(self.a) if self.a_axis is None else len(self.a) - 1

    @property
    def result(self) -> Shape:
        """The axes that are left."""
        return self.a[: self.kept] + tuple(x for axis, x in enumerate(self.b) if axis != self.b_axis)

    def factors(self, result: Shape) -> tuple[Shape, Shape]:
        """Shapes with the same axes that meet, whose result this is; it may lack first axes of ours."""
        kept = self.kept - (len(self.result) - len(result))
        left, right = result[:kept], result[kept:]
        if self.a_axis is None or self.b_axis is None:
            return left, right
        length = self.lengths[0]
        return (*left, length), (*right[: self.b_axis], length, *right[self.b_axis :])

    def row(self, place: tuple[Index, ...]) -> tuple[Index | None, ...]:
        """What of a goes into a cell of the result."""
        left: tuple[Index | None, ...] = place[: self.kept]
        return left if self.a_axis is None else (*left, None)

    def column(self, place: tuple[Index, ...]) -> tuple[Index | None, ...]:
        """What of b goes into a cell of the result."""
        right: tuple[Index | None, ...] = place[self.kept :]
        return right if self.b_axis is None else (*right[: self.b_axis], None, *right[self.b_axis :])

    def slices(self, k: Index) -> tuple[tuple[Index | None, ...], tuple[Index | None, ...]]:
        """What of a and of b has number k along the axes that meet."""
        return (
            tuple(k if axis == self.a_axis else None for axis in range(len(self.a))),
            tuple(k if axis == self.b_axis else None for axis in range(len(self.b))),
        )
