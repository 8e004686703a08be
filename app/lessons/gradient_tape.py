r"""What the tape records forwards it reads backwards: each variable gets a gradient of its own shape.

\frac{\partial \sum y}{\partial W} = \sum_{i} \frac{\partial y_{i}}{\partial W}
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.autodiff.backward import backward, totals
from app.autodiff.check import Check, check
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.recording import Leaf, TapeLine, leaves, tape_lines, watched
from app.autodiff.refusals import whole_fixes
from app.autodiff.source import numpy_code, tape_code
from app.autodiff.tape_inputs import MOST_FIXES, TapeInputs
from app.autodiff.tape_story import TapeStep, tape_story
from app.autodiff.terms import Terms
from app.autodiff.why import Why, why
from app.errors import InvalidError
from app.tensors.cells import check_place
from app.tensors.shown import Shown, shown
from app.tensors.spelling import Tensor, Whole
from app.tensors.trace import Code, Trace

TITLE = "Gradient tape"

EXAMPLE: dict[str, Any] = {"expression": "5 * x + 2", "variables": {"x": {"values": 3.0}}}
LAYER: dict[str, Any] = {
    "expression": "matmul(x, W) + b",
    "variables": {"W": {"values": [[0.5, -1.0, 2.0], [1.5, 0.0, -0.5]]}, "b": {"values": [0.1, 0.2, 0.3]}},
    "constants": {"x": {"values": [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]}},
}
PRESETS = (
    ("y = 5x + 2", EXAMPLE),
    ("the same for a matrix", {"expression": "5 * x + 2", "variables": {"x": {"shape": [2, 2]}}}),
    ("a dense layer", LAYER),
    (
        "with relu and a loss",
        {
            "expression": "mean(square(y_true - relu(matmul(x, W) + b)))",
            "variables": LAYER["variables"],
            "constants": {**LAYER["constants"], "y_true": {"values": [1.0, 0.0, 2.0]}},
        },
    ),
    ("a chain", {"expression": "square(sin(x))", "variables": {"x": {"values": [0.0, 0.5, 1.0]}}}),
    (
        "None is not 0",
        {"expression": "x * x", "variables": {"x": {"values": [1.0, 2.0]}, "z": {"values": [3.0, 4.0]}}},
    ),
)
FROM_A_RUN = (
    (
        "A1·W2 + b2",
        {
            "expression": "A1W2 + b2",
            "variables": {"b2": {"name": "b2"}},
            "constants": {"A1W2": {"name": "A1W2"}},
        },
    ),
    ("the mean loss", {"expression": "mean(losses)", "variables": {"losses": {"name": "losses"}}}),
)


class Cell(BaseModel):
    """One number of a variable, whose gradient is to be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variable: str
    index: tuple[Whole, ...] = Field((), description="one index for each axis")


class Question(TapeInputs):
    """An expression, and the tensors that stand in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    expression: str = Field(description="of + - * / ** @, functions, numbers and the names of the tensors")
    check: bool = Field(
        True, strict=True, description="whether TensorFlow and finite differences are asked, too"
    )
    cell: Cell | None = Field(None, description="whose terms are wanted; a line of the tape has them, too")


class GradientTapeTrace(Trace):
    """What the tape recorded, and what it gives back."""

    value: Shown
    gradients: dict[str, Shown | None] = Field(
        description="of the variables' shapes; null as TensorFlow's None"
    )
    leaves: tuple[Leaf, ...]
    tape: tuple[TapeLine, ...]
    steps: tuple[TapeStep, ...]
    terms: Why | None = Field(description="of the cell that is asked for")
    check: Check | None


def explain(question: Question) -> GradientTapeTrace:
    """Record an expression on a tape and ask it for the gradient of each variable.

    Errors: those of `TapeInputs.tensors`, `parse` and `forward`; `no_gradient` and `no_such_cell` of `cell`.
    """
    tensors = question.tensors()
    with better_fixes(question):
        graph = parse(question.expression, tensors)
        values = forward(graph, tensors)
    wrt = watched(graph, question.variables)
    way = list(backward(graph, values, wrt))
    found = totals(graph, values, way)
    gradients = {name: found[graph.variables[name]] for name in wrt}
    texts = question.texts()
    return GradientTapeTrace(
        value=shown(values[graph.result]),
        gradients={
            name: shown(gradients[name]) if name in gradients else None for name in question.variables
        },
        leaves=leaves(graph, tensors, question.variables),
        tape=tuple(tape_lines(graph, values, found, wrt)),
        steps=tuple(tape_story(graph, values, way, question.variables, question.constants)),
        terms=question.cell and told(question, Terms(graph, values, found, wrt), found),
        check=check(graph, tensors, gradients) if question.check else None,
        code=Code(
            numpy=numpy_code(graph, values, wrt, texts),
            keras=tape_code(graph, values, tuple(question.variables), texts),
        ),
    )


@contextmanager
def better_fixes(question: Question) -> Iterator[None]:
    """Whatever is refused meanwhile offers the question with another tensor first, then other expressions."""
    try:
        with whole_fixes(question):
            yield
    except InvalidError as refusal:
        problem = refusal.problem
        ways = question.fitting(problem.shapes or {}, problem.code == "no_handshake")
        if problem.code == "unknown_name":
            ways = [question.let_be(problem.got)]
        raise refusal.with_fixes([*ways, *(problem.fixes or ())][:MOST_FIXES]) from refusal


def told(question: Question, terms: Terms, gradients: Mapping[int, Tensor]) -> Why:
    """The terms of the cell that is asked for.

    Errors: `no_gradient`, `no_such_cell`.
    """
    assert question.cell
    graph = terms.graph
    name, place = question.cell.variable, question.cell.index
    node = next((each.id for each in graph.nodes if each.name == name), None)
    gradient = None if node is None else gradients.get(node)
    if node is None or gradient is None or name in question.constants:
        raise no_gradient(question, name)
    check_place(name, gradient.shape, place)
    return why(terms, node, place, gradient)


def no_gradient(question: Question, name: str) -> InvalidError:
    """What to say about a tensor to which no gradient comes."""
    because = (
        "the tape watches no constants" if name in question.constants else "the result does not depend on it"
    )
    return InvalidError(
        "no_gradient",
        f"{name} has no gradient: {because}.",
        expected="a variable that is in the expression",
        got=name,
    )
