"""Alignment: shapes right-aligned, as broadcasting compares them, and what to say where they do not fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from app.errors import InvalidError
from app.tensors.spelling import Shape, spelt

Fix = dict[str, Any]

FROM_THE_END = (
    "The last axis",
    "The second axis from the end",
    "The third axis from the end",
    "The fourth axis from the end",
    "The fifth axis from the end",
    "The sixth axis from the end",
)


@dataclass(frozen=True)
class Axis:
    """One axis of the result and what the operands bring to it."""

    axis: int
    """Its number in the result."""
    a: int | None
    """Length of the first operand's axis, None where it has none."""
    b: int | None

    @property
    def fits(self) -> bool:
        """Whether the lengths are equal, or one of them is 1 or missing."""
        return self.a == self.b or 1 in (self.a, self.b) or None in (self.a, self.b)

    @property
    def result(self) -> int:
        """Length of the result's axis: the one that is not stretched."""
        lengths = [length for length in (self.a, self.b) if length is not None]
        return next((length for length in lengths if length != 1), 1)


def aligned(a: Shape, b: Shape) -> tuple[Axis, ...]:
    """The axes of two shapes side by side, the last beside the last."""
    pairs = list(zip_longest(reversed(a), reversed(b)))[::-1]
    return tuple(Axis(i, *pair) for i, pair in enumerate(pairs))


def first_misfit(a: Shape, b: Shape) -> Axis | None:
    """The first axis that does not fit, counted from the last, as NumPy compares them."""
    return next((axis for axis in reversed(aligned(a, b)) if not axis.fits), None)


def mismatch(a: Shape, b: Shape, axis: Axis, fixes: Sequence[Fix]) -> InvalidError:
    """What to say about two shapes that do not fit."""
    from_end = max(len(a), len(b)) - axis.axis
    return InvalidError(
        "shapes_do_not_broadcast",
        f"{FROM_THE_END[from_end - 1]} does not fit: axis {len(a) - from_end} of a is {axis.a} long,"
        f" axis {len(b) - from_end} of b is {axis.b} long.",
        expected="equal lengths, or a length of 1, along every axis, counted from the last",
        got=f"{spelt(a)} and {spelt(b)}",
        hint="Only an axis of length 1 can be stretched.",
        shapes={"a": a, "b": b},
        axis=axis.axis,
        fixes=tuple(fixes),
    )


@dataclass(frozen=True)
class WayOut:
    """A small change of one operand after which the shapes fit."""

    operand: str
    """`a` or `b`."""
    shape: Shape
    """Its new shape."""
    keeps_values: bool
    """Whether it is the same numbers under another shape."""

    @property
    def title(self) -> str:
        """The change in a few words."""
        if self.keeps_values:
            return f"{self.operand}.reshape({spelt(self.shape)})"
        return f"give {self.operand} the shape {spelt(self.shape)}"


def ways_out(a: Shape, b: Shape) -> tuple[WayOut, ...]:
    """Up to three small changes after which the shapes fit, the smallest first."""
    axes = aligned(a, b)
    found = [WayOut(name, shape, True) for name, shape in moved_axes(a, b)]
    found.append(WayOut("b", tuple(x.b if x.fits else x.a for x in axes if x.b is not None), False))  # type: ignore[misc]
    found.append(WayOut("b", tuple(x.b if x.fits else 1 for x in axes if x.b is not None), False))
    found.append(WayOut("a", tuple(x.a if x.fits else x.b for x in axes if x.a is not None), False))  # type: ignore[misc]
    return tuple(found[:3])


def moved_axes(a: Shape, b: Shape) -> list[tuple[str, Shape]]:
    """Axes of length 1 added behind an operand, where that is all it takes."""
    candidates = [("b", (*b, *(1,) * n), a) for n in (1, 2)] + [("a", (*a, *(1,) * n), b) for n in (1, 2)]
    fitting = [
        (name, shape)
        for name, shape, other in candidates
        if len(shape) <= max(len(other), 1) and all(axis.fits for axis in aligned(shape, other))
    ]
    return fitting[:1]
