"""A nested list becomes a tensor, or the first place that does not fit is named."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from app.errors import InvalidError, echo
from app.tensors.limits import MOST_TYPED, check_shape
from app.tensors.spelling import Shape, Tensor

NON_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
INT64 = range(-(2**63), 2**63)
LONGEST_STRING = 100
KINDS = {type(None): "null", bool: "a boolean", str: "a string", dict: "an object"}

Read = Callable[[Any, str], Any]
"""What an entry means, or the refusal that names where it stands."""


def typed(values: Any, where: str = "values", read: Read | None = None) -> Tensor:
    """A nested list as a tensor of the dtype that NumPy would choose.

    Errors with the place: `ragged`, `not_a_number`, `not_a_boolean`, `not_a_string`, `too_large_for_int64`,
    `too_large_for_float64`; `too_many_axes`, `too_many_elements`.
    """
    shape = shape_of(values)
    check_shape(shape, MOST_TYPED)
    return np.array(checked(values, shape, read or reader(values), where)).reshape(shape)


def shape_of(values: Any) -> Shape:
    """The shape of a nested list, read along its first entries."""
    shape: list[int] = []
    while isinstance(values, list):
        shape.append(len(values))
        values = values[0] if values else None
    return tuple(shape)


def leaves(values: Any) -> Iterator[Any]:
    """Everything that is no list, from the first to the last, however deep."""
    waiting = [values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        else:
            yield value


def reader(values: Any) -> Read:
    """How entries like the first are read."""
    return boolean if isinstance(next(leaves(values), None), bool) else number


def checked(values: Any, shape: Shape, read: Read, where: str) -> Any:
    """The nested list, each part found to have the shape that the first of its kind has."""
    if isinstance(values, list) != bool(shape) or (shape and len(values) != shape[0]):
        raise ragged(values, shape, where)
    if not shape:
        return read(values, where)
    return [checked(part, shape[1:], read, f"{where}[{i}]") for i, part in enumerate(values)]


def number(value: Any, where: str) -> int | float:
    """An entry that is a number, or a word for one that JSON lacks."""
    if isinstance(value, str) and value in NON_FINITE:
        return NON_FINITE[value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise not_a_number(value, where)
    if isinstance(value, int) and value not in INT64:
        raise too_large_for_int64(value, where)
    if math.isnan(value):
        raise not_a_number(value, where)
    if math.isinf(value):
        raise too_large_for_float64(value, where)
    return value


def boolean(value: Any, where: str) -> bool:
    """An entry that is true or false."""
    if not isinstance(value, bool):
        raise InvalidError(
            "not_a_boolean",
            f"{where} is {kind(value)} among booleans.",
            expected="true or false, as the first entry is",
            got=echo(value),
        )
    return value


def string(value: Any, where: str) -> str:
    """An entry that is a string."""
    if not isinstance(value, str) or not value.isprintable() or len(value) > LONGEST_STRING:
        raise InvalidError(
            "not_a_string",
            f"{where} is {kind(value)} that does not go with strings.",
            expected=f"a string of up to {LONGEST_STRING} printable characters",
            got=echo(value),
        )
    return value


def kind(value: Any) -> str:
    """What an entry is."""
    return KINDS.get(type(value), "a number")


def ragged(value: Any, shape: Shape, where: str) -> InvalidError:
    """What to say about a list whose parts differ."""
    there = f"a list of {len(value)}" if isinstance(value, list) else "a single entry"
    wanted = f"a list of {shape[0]}" if shape else "a single entry"
    return InvalidError(
        "ragged",
        f"{where} is {there}, where the first of its kind is {wanted}.",
        expected=wanted,
        got=there,
        hint="In a tensor all lists side by side are equally long and equally deep.",
    )


def not_a_number(value: Any, where: str) -> InvalidError:
    """What to say about an entry that is none."""
    return InvalidError(
        "not_a_number",
        f"{where} is {'NaN without quotes' if isinstance(value, float) else kind(value)}, not a number.",
        expected='a number, or one of the words "NaN", "Infinity", "-Infinity"',
        got=echo(value),
    )


def too_large_for_int64(value: int, where: str) -> InvalidError:
    """What to say about a whole number that NumPy has no place for."""
    return InvalidError(
        "too_large_for_int64",
        f"{where} is a whole number too large for int64.",
        expected=f"from {INT64[0]} to {INT64[-1]}",
        got=echo(value),
        hint="Written with a decimal point it is a float64, which keeps its first 16 digits or so.",
    )


def too_large_for_float64(value: float, where: str) -> InvalidError:
    """What to say about a number that JSON can write and no machine number can be."""
    return InvalidError(
        "too_large_for_float64",
        f"{where} is too large for float64.",
        expected='up to 1.8e308 and down to -1.8e308, or the words "Infinity" and "-Infinity"',
        got=f"what reads as {echo(value)}",
    )
