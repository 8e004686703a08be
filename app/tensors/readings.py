"""Readings: one dot product as rows times columns, as a sum of outer products, or as columns combined."""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

import numpy as np
from pydantic import Field

from app.tensors.cells import Line, named, picked
from app.tensors.handshake import Handshake
from app.tensors.shown import Shown, shown
from app.tensors.spelling import Place, Tensor
from app.tensors.trace import Step

Reading = Literal["row_column", "outer_products", "columns"]
MOST_NARRATED = 24
"""Steps that are told one by one."""
MOST_TERMS = 6
"""Terms of a sum that are written out."""
MOST_GROWING = 256
"""Cells of a result that is shown while it grows."""


class DotStep(Step):
    """One step, and which lines of the tensors take part in it."""

    kind: Literal["operands", "row_column", "outer_product", "column", "others"]
    a: Line | None = Field(None, description="null runs along a whole axis")
    b: Line | None = None
    result: Line | None = None
    so_far: Shown | None = Field(None, description="the result after this step, where it is not final yet")


def told(reading: Reading, a: Tensor, b: Tensor, result: Tensor) -> Iterator[DotStep]:
    """The steps of a reading, and how many more there are."""
    hands = Handshake(a.shape, b.shape)
    steps, count = {
        "row_column": (cells(hands, a, b, result), result.size),
        "outer_products": (outer_products(hands, a, b, result), hands.lengths[0]),
        "columns": (columns(hands, b, result), int(np.prod(result.shape[hands.kept :]))),
    }[reading]
    yield from islice(steps, MOST_NARRATED)
    if count > MOST_NARRATED:
        text = f"The other {count - MOST_NARRATED:,} in the same way."
        yield DotStep(kind="others", title="All the others", text=text)


def cells(hands: Handshake, a: Tensor, b: Tensor, result: Tensor) -> Iterator[DotStep]:
    """Each cell of the result: a row of a times a column of b."""
    for place in np.ndindex(result.shape):
        row, column = hands.row(place), hands.column(place)
        yield DotStep(
            kind="row_column",
            title=f"{named('a', row)} · {named('b', column)}",
            text=cell_sentence(hands, a, b, result, place),
            a=row,
            b=column,
            result=place,
        )


def cell_sentence(hands: Handshake, a: Tensor, b: Tensor, result: Tensor, place: Place) -> str:
    """One cell with its own numbers: result[0, 1] = 0 × 1 + 1 × 5 + 2 × 9 = 23."""
    row = np.atleast_1d(picked(a, hands.row(place)))
    column = np.atleast_1d(picked(b, hands.column(place)))
    pairs = islice(zip(row, column, strict=True), MOST_TERMS)
    terms = [f"{x} × {bracketed(y)}" for x, y in pairs]
    return f"{named('result', place)} = {added(terms, row.size)} = {result[place]}"


def outer_products(hands: Handshake, a: Tensor, b: Tensor, result: Tensor) -> Iterator[DotStep]:
    """Each slice of a meets the slice of b with the same number, each of its numbers each of the other's."""
    so_far = np.zeros_like(result)
    everywhere = (None,) * result.ndim
    for k in range(hands.lengths[0]):
        left, right = hands.slices(k)
        with np.errstate(all="ignore"):
            so_far = so_far + np.multiply.outer(picked(a, left), picked(b, right))
        names = f"{named('a', left)} {'⊗' if result.ndim else '×'} {named('b', right)}"
        each = (
            f"Each number of {named('a', left)} times each of {named('b', right)}" if result.ndim else names
        )
        yield DotStep(
            kind="outer_product",
            title=names,
            text=f"{each} is added to the result.",
            a=left,
            b=right,
            result=everywhere,
            so_far=shown(np.asarray(so_far)) if result.size <= MOST_GROWING else None,
        )


def columns(hands: Handshake, b: Tensor, result: Tensor) -> Iterator[DotStep]:
    """Each column of the result: the columns of a, as much of each as a column of b says."""
    for tail in np.ndindex(result.shape[hands.kept :]):
        line = (*(None,) * hands.kept, *tail)
        weights = np.atleast_1d(picked(b, hands.column(line)))
        terms = [
            f"{weight} × {named('a', hands.slices(k)[0])}" for k, weight in enumerate(weights[:MOST_TERMS])
        ]
        yield DotStep(
            kind="column",
            title=named("result", line),
            text=f"{named('result', line)} = {added(terms, weights.size)}",
            a=(None,) * len(hands.a),
            b=hands.column(line),
            result=line,
        )


def added(terms: list[str], count: int) -> str:
    """A sum, its first terms written out."""
    more = [f"… ({count} terms)"] if count > len(terms) else []
    return " + ".join(terms + more) or "0"


def bracketed(number: object) -> str:
    """A number behind a sign: a negative one stands in brackets."""
    text = str(number)
    return f"({text})" if text.startswith("-") else text
