"""A nested list of numbers becomes a tensor, or the first place that does not fit is named."""

import math
from typing import Any

import numpy as np

from app.errors import InvalidError
from app.tensors.limits import MOST_AXES, MOST_TYPED, check_shape
from app.tensors.spelling import Place, Shape, Tensor, at

NON_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
INT64 = range(-(2**63), 2**63)


def typed(values: Any) -> Tensor:
    """A nested list as a tensor of the dtype that NumPy would choose.

    Errors: `ragged` and `not_a_number` with the place; `too_many_axes`, `too_many_elements`.
    """
    shape = shape_of(values)
    check_shape(shape, MOST_TYPED)
    return np.array(checked(values, shape)).reshape(shape)


def shape_of(values: Any) -> Shape:
    """The shape of a nested list, read along its first entries; one axis too many is enough to know."""
    shape: list[int] = []
    while isinstance(values, list) and len(shape) <= MOST_AXES:
        shape.append(len(values))
        values = values[0] if values else None
    return tuple(shape)


def checked(values: Any, shape: Shape, place: Place = ()) -> Any:
    """The nested list, each part found to have the shape that the first of its kind has."""
    if not shape:
        return number(values, place)
    if not isinstance(values, list) or len(values) != shape[0]:
        raise ragged(values, shape, place)
    return [checked(entry, shape[1:], (*place, i)) for i, entry in enumerate(values)]


def number(value: Any, place: Place) -> float:
    """One entry, found to be a number."""
    if isinstance(value, list):
        raise ragged(value, (), place)
    if isinstance(value, str) and value in NON_FINITE:
        return NON_FINITE[value]
    if not isinstance(value, int | float):
        raise not_a_number(value, place, "a number")
    if isinstance(value, int) and value not in INT64:
        raise not_a_number(value, place, "a whole number of 64 bits")
    return value


def ragged(value: Any, shape: Shape, place: Place) -> InvalidError:
    """What to say about a list whose parts differ."""
    there = counted(len(value)) if isinstance(value, list) else "a single number"
    wanted = counted(shape[0]) if shape else "a single number"
    return InvalidError(
        "ragged",
        f"At {at(place)} stands {there}, where the first of its kind is {wanted}.",
        expected=wanted,
        got=there,
        hint="All rows of a tensor are equally long.",
    )


def counted(entries: int) -> str:
    """A list by its length."""
    return f"a list of {entries}"


def not_a_number(value: Any, place: Place, expected: str) -> InvalidError:
    """What to say about an entry that is none."""
    what = f"At {at(place)} stands something else than a number."
    return InvalidError("not_a_number", what, expected=expected, got=ascii(value)[:40])
