r"""An element-wise operation treats each number, or each pair of numbers that meet, by itself.

C_{ij} = f(A_{ij}, B_{ij})
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Literal

import numpy as np
from pydantic import ConfigDict, Field

from app.tensors.cells import named, source
from app.tensors.fixes import common_shape
from app.tensors.loops import naive_loops
from app.tensors.operand import Operand
from app.tensors.operations import OPERATIONS, applied
from app.tensors.partners import OperationQuestion, operands_of
from app.tensors.shown import Shown, shown
from app.tensors.spelling import Place, Shape, Tensor, spelt
from app.tensors.surprises import Surprise, surprises
from app.tensors.trace import Code, Step, Trace

TITLE = "Element-wise operations"

EXAMPLE: dict[str, Any] = {"op": "add", "a": {"values": [[1, -2, 3], [-4, 5, -6]]}, "b": {"shape": [2, 3]}}
PRESETS = (
    ("addition", EXAMPLE),
    ("relu", {"op": "relu", "a": {"values": [[1, -2, 3], [-4, 5, -6]]}}),
    ("division by zero", {"op": "divide", "a": {"values": [1, 0, -1, 6]}, "b": {"values": [0, 0, 0, 3]}}),
    ("log of a negative", {"op": "log", "a": {"values": [-1.5, 0.5, 0.0, 1.0, 2.5]}}),
    ("comparison", {"op": "greater_equal", "a": {"shape": [3, 4]}, "b": {"values": 5}}),
    ("a batch of layers", {"op": "maximum", "a": {"shape": [64, 3, 32, 10]}, "b": {"values": 1000}}),
    ("a misfit", {"op": "multiply", "a": {"shape": [2, 3]}, "b": {"shape": [3, 2]}}),
)
FROM_A_RUN = (
    ("relu of Z1", {"op": "relu", "a": {"name": "Z1"}}),
    ("which units are silent", {"op": "equal", "a": {"name": "A1"}, "b": {"values": 0}}),
    ("a step against dW2", {"op": "multiply", "a": {"name": "dW2"}, "b": {"values": -0.001}}),
)
MOST_NARRATED = 12
"""Cells that get a step of their own."""

Op = Literal[
    "add", "subtract", "multiply", "divide", "power", "mod", "floor_divide", "maximum", "minimum",
    "greater", "less", "greater_equal", "less_equal", "equal", "not_equal",
    "relu", "exp", "log", "square", "sigmoid", "tanh",
]  # fmt: skip


class Question(OperationQuestion):
    """An operation and the one or two tensors that it is done to."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    op: Op = "add"
    a: Operand
    b: Operand | None = Field(None, description="for the operations on two tensors")


class ElementWiseStep(Step):
    """One step: the operands, one of them stretched, one cell, all the others, or what surprises in them."""

    kind: Literal["operands", "stretch", "cell", "others", "surprise"]
    place: Place | None = Field(None, description="of the cell; of a surprise, its first")


class ElementWiseCode(Code):
    """The same lines, and the loop that they spare."""

    naive: str


class ElementWiseTrace(Trace):
    """Each cell by itself, what comes out, and where that is no ordinary number."""

    a: Shown
    b: Shown | None
    result: Shown
    expression: str = Field(description="the operation on one number a, or on a pair of a and b")
    steps: tuple[ElementWiseStep, ...]
    surprises: tuple[Surprise, ...]
    code: ElementWiseCode


def explain(question: Question) -> ElementWiseTrace:
    """Do the operation cell by cell, and say where the result is no ordinary number.

    Errors: `missing_operand`, `one_operand_too_many`, `negative_integer_power`, `shapes_do_not_broadcast`,
    each with fixes; `no_such_loop`, `too_many_elements`.
    """
    operands = operands_of(question)
    common_shape(question, operands[0].shape, operands[-1].shape)
    result = applied(question.op, *operands)
    found = tuple(surprises(question.op, operands, result))
    return ElementWiseTrace(
        a=shown(operands[0]),
        b=shown(operands[1]) if len(operands) == 2 else None,
        result=shown(result),
        expression=OPERATIONS[question.op].numpy,
        steps=(*steps(question.op, operands, result), *map(explained, found)),
        surprises=found,
        code=code(question, operands, result),
    )


def steps(op: str, operands: tuple[Tensor, ...], result: Tensor) -> Iterator[ElementWiseStep]:
    """The operands, then one cell after the other, as a loop would come to them."""
    both = " and ".join(f"{name} is {spelt(x.shape)}" for name, x in zip("ab", operands, strict=False))
    count = "Two tensors" if len(operands) == 2 else "One tensor"
    yield ElementWiseStep(kind="operands", title=count, text=f"{both}.")
    yield from stretched(operands, result.shape)
    for place in islice(np.ndindex(result.shape), MOST_NARRATED):
        text = sentence(op, operands, result, place)
        yield ElementWiseStep(kind="cell", place=place, title=named("result", place), text=text)
    if result.size > MOST_NARRATED:
        more = f"The other {result.size - MOST_NARRATED:,} in the same way. None needs another, so the order"
        yield ElementWiseStep(kind="others", title="All the others", text=f"{more} does not matter.")


def explained(surprise: Surprise) -> ElementWiseStep:
    """What is said about cells that hold no ordinary number."""
    where = f"In {surprise.count:,}, first at" if surprise.count > 1 else "At"
    text = f"{where} {named('result', surprise.first)}: {surprise.text}"
    return ElementWiseStep(kind="surprise", place=surprise.first, title=surprise.title, text=text)


def stretched(operands: tuple[Tensor, ...], shape: Shape) -> Iterator[ElementWiseStep]:
    """What is said about each operand that has another shape than the result."""
    for name, operand in zip("ab", operands, strict=False):
        if operand.shape != shape:
            text = (
                f"{name} is broadcast from {spelt(operand.shape)} to {spelt(shape)}: now each has a partner."
            )
            yield ElementWiseStep(kind="stretch", title=f"Broadcast {name}", text=text)


def sentence(op: str, operands: tuple[Tensor, ...], result: Tensor, place: Place) -> str:
    """One cell with its own numbers: result[0, 1] = a[0, 1] + b[1] = 4 + 2 = 6."""
    places = [source(place, operand.shape) for operand in operands]
    names = [named(name, at) for name, at in zip("ab", places, strict=False)]
    numbers = [str(operand[at]) for operand, at in zip(operands, places, strict=True)]
    write = OPERATIONS[op].written
    return f"{named('result', place)} = {write(*names)} = {write(*numbers)} = {result[place]!s}"


def code(question: Question, operands: tuple[Tensor, ...], result: Tensor) -> ElementWiseCode:
    """The same in NumPy, as a loop, and in Keras where Keras does it."""
    given = [("a", question.a), ("b", question.b)][: len(operands)]
    lines = "".join(f"{name} = {operand.code()}\n" for name, operand in given if operand is not None)
    numpy = f"import numpy as np\n\n{lines}"
    stretch = "" if len({x.shape for x in operands}) == 1 else "a, b = np.broadcast_arrays(a, b)\n"
    loops = naive_loops(question.op, result.shape, str(result.dtype))
    keras = keras_call(question.op, operands)
    return ElementWiseCode(
        numpy=f"{numpy}result = {OPERATIONS[question.op].numpy}",
        naive=f"{numpy}{stretch}{loops}",
        keras=keras and f"import keras\n{numpy}result = keras.ops.{keras}",
    )


def keras_call(op: str, operands: tuple[Tensor, ...]) -> str | None:
    """What Keras is asked; nothing where it refuses, as it does to divide an integer by 0."""
    name = OPERATIONS[op].keras
    if len(operands) == 1:
        return f'{name}(a.astype("float32"))' if name == "sigmoid" else f"{name}(a)"
    refused = name in {"floor_divide", "mod"} and operands[0].dtype.kind == operands[1].dtype.kind == "i"
    return None if refused and bool((operands[1] == 0).any()) else f"{name}(a, b)"
