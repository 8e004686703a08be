r"""A dot product multiplies the numbers that meet on two axes of equal length and adds the products up.

C_{ij} = \sum_k A_{ik} B_{kj}
"""

from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.tensors.cells import Line, check_place, picked
from app.tensors.fixes import check_result, tensor_of
from app.tensors.handshake import Handshake
from app.tensors.no_handshake import Factors, no_handshake
from app.tensors.operand import Operand
from app.tensors.reading_code import code_of
from app.tensors.readings import DotStep, Reading, cell_sentence, told
from app.tensors.shown import Shown, shown
from app.tensors.spelling import Place, Tensor, Whole, spelt, words
from app.tensors.trace import Code, Trace

TITLE = "Dot product"

EXAMPLE: dict[str, Any] = {"a": {"shape": [2, 3]}, "b": {"shape": [3, 4]}}
PRESETS = (
    ("two matrices", EXAMPLE),
    ("two vectors", {"a": {"shape": [28]}, "b": {"shape": [28]}}),
    ("a matrix and a vector", {"a": {"values": [[1, 2, 3], [4, 5, 6]]}, "b": {"values": [1, 0, -1]}}),
    ("four axes and a vector", {"a": {"shape": [2, 3, 4, 5]}, "b": {"shape": [5]}}),
    ("four axes and a matrix", {"a": {"shape": [2, 3, 4, 5]}, "b": {"shape": [5, 6]}}),
    ("64 digits and a layer", {"a": {"shape": [64, 784]}, "b": {"shape": [784, 10]}}),
    ("no handshake", {"a": {"shape": [2, 3]}, "b": {"shape": [4, 3]}}),
)
FROM_A_RUN = (
    ("X·W1", {"a": {"name": "X"}, "b": {"name": "W1"}}),
    (
        "ten pixels of X·W1",
        {"a": {"name": "X", "slice": ":, 400:410"}, "b": {"name": "W1", "slice": "400:410"}},
    ),
    ("a row of dW2", {"a": {"name": "A1", "slice": ":, 0"}, "b": {"name": "dZ2"}}),
)
MOST_TERMS = 512
"""Terms of all cells together, where no cell is asked for."""


class Question(Factors):
    """Two tensors, how their product is to be told, and perhaps one cell of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    a: Operand
    b: Operand
    reading: Reading = "row_column"
    cell: tuple[Whole, ...] | None = Field(None, description="one index for each axis of the result")


class Meeting(BaseModel):
    """The axes that are summed over; null where a scalar takes part."""

    a_axis: int | None
    b_axis: int | None
    length: int


class Cell(BaseModel):
    """How one number of the result comes about."""

    place: Place
    a: Line = Field(description="where its row lies; null runs along the whole axis")
    b: Line = Field(description="where its column lies")
    row: Shown
    column: Shown
    terms: Shown = Field(description="their products, one by one")
    sum: Any = Field(description="the number; NaN and the infinities are words")
    text: str


class DotCode(Code):
    """The same lines, and the reading as loops."""

    reading: str


class DotProductTrace(Trace):
    """What meets, what comes out, and how."""

    a: Shown
    b: Shown
    result: Shown
    handshake: Meeting
    multiply_adds: int = Field(description="products that are added up, over all cells")
    cells: tuple[Cell, ...] = Field(description="the one asked for; else all of a small result, or none")
    steps: tuple[DotStep, ...]
    code: DotCode


def explain(question: Question) -> DotProductTrace:
    """Multiply two tensors and tell the product in one of three readings.

    Errors: `no_handshake` with the axes and fixes; `no_such_cell`; `too_many_axes` and `too_many_elements`.
    """
    a, b = tensor_of(question, "a"), tensor_of(question, "b")
    hands = Handshake(a.shape, b.shape)
    if not hands.fits:
        raise no_handshake(question, hands)
    check_result(question, hands.result, hands.factors)
    with np.errstate(all="ignore"):
        result = np.asarray(np.dot(a, b))
    return DotProductTrace(
        a=shown(a),
        b=shown(b),
        result=shown(result),
        handshake=Meeting(a_axis=hands.a_axis, b_axis=hands.b_axis, length=hands.lengths[0]),
        multiply_adds=result.size * hands.lengths[0],
        cells=tuple(cell(hands, a, b, result, place) for place in places(question, hands, result)),
        steps=(opening(hands), *told(question.reading, a, b, result)),
        code=code(question, hands, str(result.dtype)),
    )


def places(question: Question, hands: Handshake, result: Tensor) -> list[Place]:
    """The cells that are explained.

    Errors: `no_such_cell`.
    """
    if question.cell is not None:
        check_place("The result", result.shape, question.cell)
        return [question.cell]
    return list(np.ndindex(result.shape)) if result.size * hands.lengths[0] <= MOST_TERMS else []


def cell(hands: Handshake, a: Tensor, b: Tensor, result: Tensor, place: Place) -> Cell:
    """One cell: its row, its column, and what becomes of them."""
    row, column = (
        np.atleast_1d(picked(x, line)) for x, line in ((a, hands.row(place)), (b, hands.column(place)))
    )
    with np.errstate(all="ignore"):
        terms = row * column
    return Cell(
        place=place,
        a=hands.row(place),
        b=hands.column(place),
        row=shown(row),
        column=shown(column),
        terms=shown(terms),
        sum=words(np.asarray(result[place])),
        text=cell_sentence(hands, a, b, result, place),
    )


def opening(hands: Handshake) -> DotStep:
    """What meets and what is left."""
    length = hands.lengths[0]
    text = (
        f"Axis {hands.a_axis} of a and axis {hands.b_axis} of b are both {length} long: they meet and vanish."
    )
    if hands.a_axis is None:
        text = "A scalar has no axis to sum over: it is multiplied with every number."
    title = f"{spelt(hands.a)} · {spelt(hands.b)} → {spelt(hands.result)}"
    return DotStep(kind="operands", title=title, text=text)


def code(question: Question, hands: Handshake, dtype: str) -> DotCode:
    """The same in NumPy, as the loops of the reading, and in Keras."""
    operands = f"import numpy as np\n\na = {question.a.code()}\nb = {question.b.code()}\n"
    return DotCode(
        numpy=f"{operands}result = np.dot(a, b)",
        keras=f"import keras\n{operands}result = keras.ops.dot(a, b)",
        reading=operands + code_of(question.reading, hands, dtype),
    )
