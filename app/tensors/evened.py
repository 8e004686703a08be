"""Evened: an operand that is no tensor, changed a little so that it is one."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from app.errors import InvalidError
from app.tensors.limits import MOST_AXES, MOST_FILLED
from app.tensors.nested import INT64, leaves
from app.tensors.operand import Operand
from app.tensors.spelling import Shape, spelt, words

MOST_WAYS = 3


def evened(operand: Operand) -> list[tuple[str, Operand]]:
    """Up to three changes, and the operand after each; only what then is a tensor."""
    make = type(operand)
    if operand.shape is not None:
        shape = allowed(operand.shape)
        return [(f"the shape {spelt(shape)}", make(shape=shape))]
    ways = ((title, make(values=values)) for title, values in candidates(operand.values))
    return [(title, way) for title, way in ways if is_tensor(way)][:MOST_WAYS]


def is_tensor(operand: Operand) -> bool:
    """Whether the operand has what it takes, and something in it."""
    try:
        return operand.tensor().size > 0
    except InvalidError:
        return False


def allowed(shape: Shape) -> Shape:
    """The last axes of a shape, the longest of them halved until a tensor can have it."""
    lengths = [min(abs(length), MOST_FILLED) for length in shape[-MOST_AXES:]]
    while math.prod(max(length, 1) for length in lengths) > MOST_FILLED:
        longest = lengths.index(max(lengths))
        lengths[longest] //= 2
    return tuple(lengths)


def candidates(values: Any) -> Iterator[tuple[str, Any]]:
    """All entries of one kind, or all lists of a level equally long; where levels mix, one level."""
    flat = list(leaves(values))
    if depth(values) > MOST_AXES or lengths_of(values, max) is None:
        yield "all along one axis", flat
        return
    if any(isinstance(leaf, str) for leaf in flat):
        yield "make strings of all", each(values, str)
    yield "make numbers of all", each(values, as_number)
    for title, wanted in (("fill up with 0", max), ("cut to the shortest", min)):
        yield title, fitted(values, lengths_of(values, wanted) or ())


def depth(values: Any) -> int:
    """How many levels of lists there are."""
    levels, lists = 0, [values]
    while lists := [part for part in lists if isinstance(part, list)]:
        levels, lists = levels + 1, [part for whole in lists for part in whole]
    return levels


def each(values: Any, change: Callable[[Any], Any]) -> Any:
    """The lists with every entry changed."""
    return [each(part, change) for part in values] if isinstance(values, list) else change(values)


def as_number(leaf: Any) -> Any:
    """The number that an entry is or spells; NaN, which is not a number, where there is none."""
    if isinstance(leaf, int):
        return int(leaf) if leaf in INT64 else as_number(str(leaf))
    try:
        return words(np.asarray(float(leaf)))
    except (TypeError, ValueError):
        return "NaN"


def lengths_of(values: Any, wanted: Callable[..., int]) -> Shape | None:
    """One length for all lists of a level; None where a number stands beside a list."""
    if not isinstance(values, list):
        return ()
    inner = [lengths_of(entry, wanted) for entry in values]
    known = [lengths for lengths in inner if lengths is not None]
    if len(known) < len(inner) or len({len(lengths) for lengths in known}) > 1:
        return None
    return (len(values), *(wanted(level) for level in zip(*known, strict=True)))


def fitted(values: Any, lengths: Shape) -> Any:
    """The lists cut or filled to those lengths."""
    if not lengths:
        return values
    entries = [fitted(entry, lengths[1:]) for entry in values[: lengths[0]]]
    return entries + [zeros(lengths[1:]) for _ in range(lengths[0] - len(entries))]


def zeros(lengths: Shape) -> Any:
    """Lists of zeros."""
    return [zeros(lengths[1:]) for _ in range(lengths[0])] if lengths else 0
