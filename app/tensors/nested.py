"""A nested list of numbers or strings becomes a tensor, or the first place that does not fit is named."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from app.errors import InvalidError
from app.tensors.limits import MOST_AXES, MOST_TYPED, check_shape
from app.tensors.spelling import Place, Shape, Tensor, at

NON_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
INT64 = range(-(2**63), 2**63)
LONGEST_TEXT = 100


def number(value: Any, place: Place) -> Any:
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


def text(value: Any, place: Place) -> Any:
    """One entry, found to be a string."""
    if isinstance(value, list):
        raise ragged(value, (), place)
    if not isinstance(value, str) or not value.isprintable() or len(value) > LONGEST_TEXT:
        raise not_a_string(value, place)
    return value


def typed(values: Any, entry: Callable[[Any, Place], Any] = number) -> Tensor:
    """A nested list as a tensor of the dtype that NumPy would choose.

    Errors with the place: `ragged`, `not_a_number`, `not_a_string`; `too_many_axes`, `too_many_elements`.
    """
    shape = shape_of(values)
    check_shape(shape, MOST_TYPED)
    return np.array(checked(values, shape, entry)).reshape(shape)


def shape_of(values: Any) -> Shape:
    """The shape of a nested list, read along its first entries; one axis too many is enough to know."""
    shape: list[int] = []
    while isinstance(values, list) and len(shape) <= MOST_AXES:
        shape.append(len(values))
        values = values[0] if values else None
    return tuple(shape)


def checked(values: Any, shape: Shape, entry: Callable[[Any, Place], Any], place: Place = ()) -> Any:
    """The nested list, each part found to have the shape that the first of its kind has."""
    if not shape:
        return entry(values, place)
    if not isinstance(values, list) or len(values) != shape[0]:
        raise ragged(values, shape, place)
    return [checked(part, shape[1:], entry, (*place, i)) for i, part in enumerate(values)]


def ragged(value: Any, shape: Shape, place: Place) -> InvalidError:
    """What to say about a list whose parts differ."""
    there = counted(len(value)) if isinstance(value, list) else "a single entry"
    wanted = counted(shape[0]) if shape else "a single entry"
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


def not_a_string(value: Any, place: Place) -> InvalidError:
    """What to say about an entry among strings that is none."""
    what = f"At {at(place)} stands something else than a string."
    expected = f"a string of up to {LONGEST_TEXT} printable characters"
    return InvalidError("not_a_string", what, expected=expected, got=ascii(value)[:40])
