"""Fitting: shapes that hold exactly as many numbers as there are, close to one that does not."""

import math
from collections.abc import Iterator

from app.tensors.limits import MOST_AXES
from app.tensors.spelling import Shape

MOST = 3


def fitting_shapes(asked: Shape, size: int) -> tuple[Shape, ...]:
    """Up to three shapes of `size` elements, those closest to what was asked first."""
    return tuple(dict.fromkeys(candidates(asked, size)))[:MOST]


def candidates(asked: Shape, size: int) -> Iterator[Shape]:
    """One length changed; then the nearest matrix; then all along one axis, and one of length 1 beside it."""
    if len(asked) <= MOST_AXES:
        yield from one_length_changed(asked, size)
    if len(asked) == 2:
        yield from sorted(pairs(size), key=lambda pair: abs(pair[0] - asked[0]))[:1]
    yield from [(size,), (1, size), (size, 1)]


def one_length_changed(asked: Shape, size: int) -> Iterator[Shape]:
    """Where the other lengths divide the number of elements, from the last axis on."""
    for axis in reversed(range(len(asked))):
        others = asked[:axis] + asked[axis + 1 :]
        rest = math.prod(others)
        if rest > 0 and size % rest == 0 and min(others, default=1) >= 0:
            yield (*asked[:axis], size // rest, *asked[axis + 1 :])


def pairs(size: int) -> Iterator[Shape]:
    """All matrices of so many elements."""
    return ((rows, size // rows) for rows in range(1, size + 1) if size % rows == 0)
