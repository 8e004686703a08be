"""Limits: how large a tensor may be, so that it can be looked at and is answered at once."""

import math

from app.errors import InvalidError
from app.tensors.spelling import Shape, counted, spelt

MOST_AXES = 6
MOST_TYPED = 4096
"""Elements of an operand that is typed, and of a tensor that is shown whole."""
MOST_FILLED = 65_536
"""Elements of an operand of which only the shape travels, and of a result."""
MOST_REAL = 8_000_000
"""Elements of a result in which a tensor of a run takes part."""


def check_shape(shape: Shape, most: int = MOST_FILLED) -> None:
    """Refuse a shape that no tensor of the playground can have.

    Errors: `too_many_axes`, `negative_axis`, `too_many_elements`.
    """
    if len(shape) > MOST_AXES:
        raise too_many_axes(len(shape))
    if any(length < 0 for length in shape):
        raise InvalidError(
            "negative_axis",
            f"In {spelt(shape)} an axis has a negative length.",
            expected="0 or more along every axis",
            got=spelt(shape),
        )
    # Beside an axis of length 0 the others must be possible, too.
    if math.prod(max(length, 1) for length in shape) > most:
        raise too_many_elements(shape, most)


def too_many_axes(axes: int) -> InvalidError:
    """What to say about a rank that cannot be drawn."""
    return InvalidError(
        "too_many_axes",
        f"A tensor with {axes:,} axes is too deep to be looked at.",
        expected=f"at most {MOST_AXES}",
        got=f"{axes:,}",
    )


def too_many_elements(shape: Shape, most: int) -> InvalidError:
    """What to say about a tensor that is too large."""
    count = counted(math.prod(max(length, 1) for length in shape))
    beside = " beside its axis of length 0" if 0 in shape else ""
    return InvalidError(
        "too_many_elements",
        f"A tensor of shape {spelt(shape)} has {count} elements{beside}.",
        expected=f"at most {most:,}",
        got=count,
        hint="Shorter axes show the same.",
    )
