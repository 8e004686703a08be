"""Surprises: where a result is no ordinary number, which of the laws of arithmetic stands behind it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from app.tensors.nested import INT64
from app.tensors.operations import OPERATIONS, applied
from app.tensors.spelling import Place, Tensor

Mask = NDArray[np.bool_]
INTEGERS = "iu"
DIVISIONS = frozenset({"divide", "floor_divide"})
WRAPPING = frozenset({"add", "subtract", "multiply", "power", "square"})
WRAP = 2.0**62
"""A wrapped result is off by 2**64 or more, a rounded one by far less than this."""


class Surprise(BaseModel):
    """One kind of surprise, with the cells that it happened in."""

    model_config = ConfigDict(frozen=True)

    kind: str
    title: str
    text: str
    count: int = Field(description="number of cells of the result")
    first: Place = Field(description="the first of them")


@dataclass(frozen=True)
class Meeting:
    """Everything that decides about a cell, broadcast to the shape of the result."""

    op: str
    a: Tensor
    b: Tensor
    """Of an operation on one tensor, that tensor again."""
    result: Tensor

    @property
    def whole(self) -> bool:
        """Whether the result holds integers, which know neither inf nor nan."""
        return self.result.dtype.kind in INTEGERS

    def among(self, *ops: str) -> bool:
        """Whether the operation is one of these."""
        return self.op in ops


@dataclass(frozen=True)
class Law:
    """A kind of surprise and how one recognises it."""

    kind: str
    title: str
    text: str
    holds: Callable[[Meeting], Mask | bool]


LAWS = (
    Law(
        "nan_passed_on",
        "nan stays nan",
        "nan means that there is no number; what is computed from it is none either, and compared with"
        " anything, even with itself, it gives False (only != gives True).",
        lambda m: (np.isnan(m.a) | np.isnan(m.b)) & (np.isnan(m.result) | (m.result.dtype == bool)),
    ),
    Law(
        "integer_division_by_zero",
        "An integer divided by zero",
        "Integers have no inf and no nan, so NumPy warns and writes 0. That 0 is no result: divide floats,"
        " or look for zeros first.",
        lambda m: m.whole and m.among("floor_divide", "mod") and m.b == 0,
    ),
    Law(
        "zero_by_zero",
        "0 / 0",
        "Every number times 0 is 0, so 0 / 0 could be any of them: NumPy answers nan, not a number.",
        lambda m: m.among(*DIVISIONS) & (m.a == 0) & (m.b == 0),
    ),
    Law(
        "division_by_zero",
        "Division by zero",
        "The smaller the divisor, the larger the quotient, without end: NumPy answers inf, or -inf for a"
        " negative number, and warns instead of stopping.",
        lambda m: m.among(*DIVISIONS) & (m.b == 0),
    ),
    Law(
        "remainder_by_zero",
        "A remainder of zero",
        "What is left over from a division by 0 is undecided: nan.",
        lambda m: m.among("mod") & (m.b == 0),
    ),
    Law(
        "logarithm_of_zero",
        "log(0)",
        "No power of e is 0; the closer a number comes to 0, the further its logarithm falls: -inf.",
        lambda m: m.among("log") & (m.a == 0),
    ),
    Law(
        "logarithm_of_negative",
        "Logarithm of a negative number",
        "e to any real power is positive, so a negative number has no real logarithm: nan.",
        lambda m: m.among("log") & (m.a < 0),
    ),
    Law(
        "zero_to_a_negative_power",
        "0 to a negative power",
        "0 ** -n is 1 / 0 ** n, a division by zero: inf.",
        lambda m: m.among("power") & (m.a == 0) & (m.b < 0),
    ),
    Law(
        "root_of_negative",
        "A negative number to a fractional power",
        "Like the square root of -1, it is no real number: nan.",
        lambda m: m.among("power") & (m.a < 0) & np.isfinite(m.b) & np.isnan(m.result),
    ),
    Law(
        "no_opposite",
        "An integer without its opposite",
        "An int64 begins at -9223372036854775808, but ends one before its opposite. So -a wraps around to a"
        " itself, and the result is 1 where 0 is right.",
        lambda m: m.among("sigmoid") & (m.a.dtype.kind in INTEGERS) & (m.a == INT64[0]),
    ),
    Law(
        "integer_overflow",
        "An integer overflows",
        "The exact result needs more than the 64 bits of an int64. The upper bits are cut off without a"
        " warning, and what is left is another number.",
        lambda m: m.whole and m.among(*WRAPPING) and wrapped(m),
    ),
    Law(
        "overflow",
        "Larger than every float",
        "A float64 ends at about 1.8e308; what is larger becomes inf or -inf.",
        lambda m: np.isinf(m.result) & np.isfinite(m.a) & np.isfinite(m.b),
    ),
    Law(
        "undecided",
        "Undecided",
        "With inf in it the result could be any number, as in inf - inf or inf * 0: nan.",
        lambda m: np.isnan(m.result),
    ),
)


def surprises(op: str, operands: tuple[Tensor, ...], result: Tensor) -> Iterator[Surprise]:
    """Every kind of surprise in a result; a cell belongs to the first law that explains it."""
    a, b = (np.broadcast_to(operand, result.shape) for operand in (operands[0], operands[-1]))
    meeting = Meeting(op, a, b, result)
    open_cells = np.ones(result.shape, bool)
    for law in LAWS:
        with np.errstate(all="ignore"):
            found = open_cells & law.holds(meeting)
        open_cells &= ~found
        if found.any():
            first = tuple(int(i) for i in np.argwhere(found)[0])
            yield Surprise(kind=law.kind, title=law.title, text=law.text, count=int(found.sum()), first=first)


def wrapped(meeting: Meeting) -> Mask:
    """Where the same operation on floats, which do not wrap, comes to something else."""
    operands = (meeting.a, meeting.b)[: OPERATIONS[meeting.op].takes]
    exact = applied(meeting.op, *(operand.astype(float) for operand in operands))
    return np.asarray(np.abs(exact - meeting.result) > WRAP)
