"""What to say about a move that a shape does not allow."""

import math

from app.errors import InvalidError
from app.tensors.limits import MOST_AXES
from app.tensors.spelling import Shape, counted, spelt


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
    return "1 number" if count == 1 else f"{counted(count)} numbers"


def room(asked: Shape, places: int) -> str:
    """How many numbers a shape can hold."""
    if -1 in asked:
        return f"holds a multiple of {counted(places)}"
    return f"holds {numbers(places)}" if asked else "has no axis, it is a scalar and holds 1 number"


def too_deep(move: str, axes: int) -> InvalidError:
    """The result would have more axes than can be drawn."""
    return InvalidError(
        "too_many_axes",
        f"After this {move} the tensor would have {axes:,} axes.",
        expected=f"at most {MOST_AXES}",
        got=f"{axes:,}",
        hint="NumPy would go on to 64; here every axis is drawn.",
    )


def negative_length(asked: Shape) -> InvalidError:
    """A length below 0 that is not -1."""
    return InvalidError(
        "negative_length",
        f"In {spelt(asked)} an axis would have a negative length.",
        expected="lengths of 0 or more; one of them may be -1, which stands for what is left over",
        got=spelt(asked),
        hint="NumPy would take any negative length for -1; TensorFlow refuses all others.",
    )


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
        hint="Any number of axes of length 0 hold the same: nothing.",
    )


def not_a_permutation(shape: Shape, axes: Shape) -> InvalidError:
    """An axis is missing, or named twice."""
    return InvalidError(
        "not_a_permutation",
        f"A tensor with {len(shape)} axes cannot be transposed by {spelt(axes)}.",
        expected=f"each of {', '.join(map(str, range(len(shape)))) or 'no axes'}, once",
        got=spelt(axes),
        hint="A transpose puts the axes in another order: none may be missing, none be named twice.",
        shapes={"before": shape},
    )


def no_such_axis(whose: str, axis: int, axes: int) -> InvalidError:
    """The axis is counted beyond the last, or before the first."""
    return InvalidError(
        "no_such_axis",
        f"{whose} has {'1 axis' if axes == 1 else f'{axes} axes'}, and none of them is axis {axis}.",
        expected=f"from {-axes} to {axes - 1}",
        got=str(axis),
        hint="The first axis is 0; counted from the end, the last is -1.",
    )


def axis_is_longer(shape: Shape, axis: int) -> InvalidError:
    """Squeezing it would lose numbers."""
    return InvalidError(
        "axis_is_longer",
        f"Axis {axis} of {spelt(shape)} is {shape[axis]} long: taking it away would lose numbers.",
        expected="an axis of length 1",
        got=f"an axis of length {shape[axis]}",
        hint="Only an axis of length 1 can go without a number going with it.",
        shapes={"before": shape},
        axis=axis % len(shape),
    )
