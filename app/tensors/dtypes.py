"""Dtypes: a tensor told in another one, and every number that does not come through."""

import math
from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.errors import InvalidError, echo
from app.tensors.cells import named
from app.tensors.spelling import Place, Tensor, words

DtypeName = Literal["float16", "float32", "float64", "uint8", "int64", "bool", "string"]
TYPES: Mapping[DtypeName, type[np.generic]] = {
    "float16": np.float16,
    "float32": np.float32,
    "float64": np.float64,
    "uint8": np.uint8,
    "int64": np.int64,
    "bool": np.bool_,
    "string": np.str_,
}
MOST_EXAMPLES = 12


class Change(BaseModel):
    """One number that is another one afterwards, and why."""

    model_config = ConfigDict(frozen=True)

    place: Place
    before: Any
    after: Any
    why: str


class Lost(BaseModel):
    """What a switch of the dtype changes."""

    model_config = ConfigDict(frozen=True)

    changed: int = Field(description="how many numbers are others afterwards")
    of: int
    examples: tuple[Change, ...] = Field(description="the first of them")


def cast(tensor: Tensor, name: DtypeName) -> Tensor:
    """What NumPy's astype makes of it, without a warning.

    Errors: `no_number_in_it`, where a string cannot be read, with its place.
    """
    try:
        with np.errstate(all="ignore"):
            return tensor.astype(TYPES[name])
    except (ValueError, OverflowError) as refusal:
        raise no_number_in_it(tensor, name) from refusal


def no_number_in_it(strings: Tensor, name: DtypeName) -> InvalidError:
    """What to say about a string that is no number of that kind."""
    place = next(place for place in np.ndindex(strings.shape) if not readable(strings[place], name))
    return InvalidError(
        "no_number_in_it",
        f"{named('a', place)} is a string that is no {name}.",
        expected=f"strings such as {'“5”' if name in ('uint8', 'int64') else '“1.5”'}",
        got=echo(str(strings[place])),
    )


def readable(string: Any, name: DtypeName) -> bool:
    """Whether NumPy finds a number in it."""
    try:
        np.array([string]).astype(TYPES[name])
    except (ValueError, OverflowError):
        return False
    return True


def lost(before: Tensor, after: Tensor) -> Lost:
    """Every number that the switch has changed."""
    changed = np.argwhere(differs(before, after))
    examples = [change(before, after, tuple(place)) for place in changed[:MOST_EXAMPLES].tolist()]
    return Lost(changed=len(changed), of=before.size, examples=tuple(examples))


def differs(before: Tensor, after: Tensor) -> Tensor:
    """Where two tensors differ; as Python's numbers, because NumPy would round one of them to compare."""
    if "U" in (before.dtype.kind, after.dtype.kind):
        before, after = before.astype(np.str_), after.astype(np.str_)
        return np.asarray(before != after)
    both_nan = np.isnan(before) & np.isnan(after)
    return np.asarray((before.astype(object) != after.astype(object)) & ~both_nan)


def change(before: Tensor, after: Tensor, place: Place) -> Change:
    """One of them, explained."""
    old, new = before[place].item(), after[place].item()
    said = (words(np.asarray(value)) for value in (before[place], after[place]))
    return Change(place=place, before=next(said), after=next(said), why=reason(old, new, after.dtype))


def reason(old: Any, new: Any, dtype: np.dtype[Any]) -> str:
    """Why a number is another one now."""
    if dtype.kind == "b":
        return f"{'Every string but the empty one' if isinstance(old, str) else 'Everything but 0'} is True."
    if isinstance(old, str):
        return "The string was written in another way."
    if dtype.kind == "f":
        return rounded(old, new, dtype)
    return wrapped(old, new, dtype)


def rounded(old: float, new: float, dtype: np.dtype[Any]) -> str:
    """What a floating-point number cannot hold."""
    limits = np.finfo(dtype)
    if math.isinf(new):
        return f"{dtype} ends at {float(limits.max):,.6g}; beyond is infinity."
    if new == 0:
        return f"{dtype} begins at {float(limits.smallest_subnormal):.1e}; nearer to 0 is 0."
    return f"{dtype} keeps {limits.nmant + 1} binary digits: this is the nearest."


def wrapped(old: float, new: int, dtype: np.dtype[Any]) -> str:
    """What a whole number cannot hold."""
    limits = np.iinfo(dtype)
    if isinstance(old, int):
        return f"{dtype} counts from 0 to 255 and starts again: {old} mod 256 = {new}."
    if not math.isfinite(old) or not limits.min <= math.trunc(old) <= limits.max:
        return (
            f"{dtype} ends at {limits.max:,}; what comes out of a fraction beyond differs between machines."
        )
    return "What is behind the point is cut off."
