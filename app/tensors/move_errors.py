"""What to say about a move that a shape does not allow."""

import math

from app.errors import InvalidError
from app.tensors.spelling import Shape, spelt


def reshape_does_not_fit(shape: Shape, asked: Shape) -> InvalidError:
    """There are more places than numbers, or more numbers than places."""
    size, places = math.prod(shape), math.prod(length for length in asked if length >= 0)
    return InvalidError(
        "reshape_does_not_fit",
        f"{spelt(shape)} holds {numbers(size)}; {spelt(asked)} {room(asked, places)}.",
        expected=f"lengths whose product is {size}",
        got=spelt(asked),
        hint="A reshape neither drops a number nor invents one, so NumPy refuses.",
        shapes={"before": shape, "asked": asked},
    )


def numbers(count: int) -> str:
    """So many of them."""
    return "1 number" if count == 1 else f"{count:,} numbers"


def room(asked: Shape, places: int) -> str:
    """How many numbers a shape can hold."""
    if -1 in asked:
        return f"holds a multiple of {places:,}"
    return f"holds {numbers(places)}" if asked else "has no axis, it is a scalar and holds 1 number"


def two_unknown_lengths(asked: Shape) -> InvalidError:
    """More than one -1."""
    return InvalidError(
        "two_unknown_lengths",
        f"In {spelt(asked)} more than one length is left open.",
        expected="at most one -1",
        got=spelt(asked),
        hint="One open length follows from the others; two do not.",
    )


def unknown_length(asked: Shape) -> InvalidError:
    """Beside an axis of length 0, any length would do."""
    return InvalidError(
        "unknown_length",
        f"In {spelt(asked)} the open length could be anything, because another is 0.",
        expected="a length instead of -1",
        got=spelt(asked),
    )


def not_a_permutation(shape: Shape, axes: Shape) -> InvalidError:
    """An axis is missing, or named twice."""
    return InvalidError(
        "not_a_permutation",
        f"A tensor with {len(shape)} axes cannot be transposed by {spelt(axes)}.",
        expected=f"each of {', '.join(map(str, range(len(shape)))) or 'no axes'}, once",
        got=spelt(axes),
        shapes={"before": shape},
    )


def no_such_axis(axis: int, axes: int) -> InvalidError:
    """The axis is counted beyond the last, or before the first."""
    expected = f"{-axes} to {axes - 1}" if axes > 0 else "no axis: a scalar has none"
    return InvalidError("no_such_axis", f"There is no axis {axis}.", expected=expected, got=str(axis))


def axis_is_longer(shape: Shape, axis: int) -> InvalidError:
    """Squeezing it would lose numbers."""
    return InvalidError(
        "axis_is_longer",
        f"Axis {axis} of {spelt(shape)} is {shape[axis]} long: taking it away would lose numbers.",
        expected="an axis of length 1",
        got=str(shape[axis]),
        shapes={"before": shape},
        axis=axis % len(shape),
    )
