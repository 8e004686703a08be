r"""Backward, each edge multiplies the gradient by its own derivative, and what meets at a node is added up.

\frac{\partial L}{\partial x} = \sum_{y} \frac{\partial L}{\partial y} \cdot \frac{\partial y}{\partial x}
"""

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.autodiff.backward import backward, totals
from app.autodiff.check import Check, check
from app.autodiff.forward import forward
from app.autodiff.graph import Graph
from app.autodiff.graph_values import Value, tensors, texts
from app.autodiff.nudge import Nudge, Nudged, nudged
from app.autodiff.parser import parse
from app.autodiff.pictured import (
    BackwardStep,
    ForwardStep,
    PicturedGraph,
    PicturedPaths,
    backward_steps,
    forward_steps,
    pictured,
    pictured_paths,
)
from app.autodiff.refusals import whole_fixes
from app.autodiff.source import numpy_code, tape_code
from app.autodiff.story import GraphStep, story
from app.errors import InvalidError
from app.tensors.alignment import Fix
from app.tensors.fixes import fix
from app.tensors.spelling import words
from app.tensors.trace import Code, Trace

TITLE = "Backpropagation"

MOST_FIXES = 3

EXAMPLE: dict[str, Any] = {
    "expression": "abs(y_true - (x*w + b))",
    "values": {"x": 3, "w": 2, "b": 3, "y_true": 8},
}
NEURON: dict[str, Any] = {
    "expression": "square(y_true - sigmoid(x1*w1 + x2*w2 + b))",
    "values": {"x1": 1, "x2": -2, "w1": 0.5, "w2": -0.25, "b": 0.1, "y_true": 1},
}
NETWORK: dict[str, Any] = {
    "expression": "mean(square(y_true - (relu(x @ W1 + b1) @ W2 + b2)))",
    "values": {
        "y_true": [[1]],
        "x": [[1, 2]],
        "W1": [[0.5, -0.3, 0.8], [0.2, -0.4, -0.1]],
        "b1": [0.1, 0, -0.2],
        "W2": [[0.7], [0.4], [-0.6]],
        "b2": [0.05],
    },
}
CLASSIFIER: dict[str, Any] = {
    "expression": "cross_entropy(y_true, softmax(x @ W + b))",
    "values": {
        "y_true": [0, 1, 0],
        "x": [1, 2],
        "W": [[0.5, -0.2, 0.1], [-0.3, 0.4, 0.2]],
        "b": [0.2, 0, -0.1],
    },
    "wrt": ["x", "W", "b"],
}
PRESETS = (
    ("the chapter’s graph", EXAMPLE),
    ("f(g(h(j(x))))", {"expression": "square(sin(exp(x / 2)))", "values": {"x": 0.5}}),
    ("one neuron", NEURON),
    ("two layers", NETWORK),
    ("softmax and cross-entropy", CLASSIFIER),
)
NEURON_OF_A_RUN: dict[str, Any] = {
    "x": {"name": "X", "slice": "0, 404:408"},
    "w": {"name": "W1", "slice": "404:408, 4"},
    "b": {"name": "b1", "slice": "4"},
}
SCORE_OF_A_RUN: dict[str, Any] = {
    "a": {"name": "A1", "slice": "0"},
    "w": {"name": "W2", "slice": ":, 4"},
    "b": {"name": "b2", "slice": "4"},
}
FROM_A_RUN = (
    ("four pixels of a neuron", {"expression": "relu(x @ w + b)", "values": NEURON_OF_A_RUN}),
    ("the score of a 4", {"expression": "a @ w + b", "values": SCORE_OF_A_RUN}),
)


class Question(BaseModel):
    """An expression, the values of its variables, and what is asked about its gradient."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    expression: str = Field(description="of + - * / ** @, functions, numbers and the names of `values`")
    values: dict[str, Value] = Field(
        description="for each variable a number, a nested list of up to 2 axes, or a tensor of a run"
    )
    wrt: tuple[str, ...] | None = Field(
        None, description="variables whose gradients are asked for; null: all"
    )
    check: bool = Field(
        True, strict=True, description="whether TensorFlow and finite differences are asked, too"
    )
    nudge: Nudge | None = Field(None, description="change a value and see how far the result moves")


class BackpropagationTrace(Trace):
    """The graph, computed forward and gone backward."""

    graph: PicturedGraph
    value: Any = Field(description="of the whole expression")
    gradients: dict[str, Any] = Field(description="for each variable a tensor of its shape")
    forward: tuple[ForwardStep, ...]
    backward: tuple[BackwardStep, ...]
    steps: tuple[GraphStep, ...]
    check: Check | None
    paths: dict[str, PicturedPaths] = Field(description="for each variable the ways from the result to it")
    nudge: Nudged | None


def explain(question: Question) -> BackpropagationTrace:
    """Compute an expression and the gradients of its variables, edge by edge.

    Errors: those of `parse` and of `forward`, most with a place in the expression; `unknown_variable` in
    `wrt` or `nudge`.
    """
    graph = graph_of(question)
    given, spelt = tensors(question.values, graph.variables), texts(question.values)
    with whole_fixes(question):
        values = forward(graph, given)
    wrt = wanted(graph, question)
    way = list(backward(graph, values, wrt))
    found = totals(graph, values, way)
    gradients = {name: found[graph.variables[name]] for name in wrt}
    return BackpropagationTrace(
        graph=pictured(graph, values, found),
        value=words(values[graph.result]),
        gradients={name: words(gradient) for name, gradient in gradients.items()},
        forward=forward_steps(graph, values),
        backward=backward_steps(graph, values, way),
        steps=tuple(story(graph, values, way, wrt)),
        check=check(graph, given, gradients) if question.check else None,
        nudge=question.nudge and nudged(graph, given, gradients[question.nudge.name], question.nudge),
        paths=pictured_paths(graph, values, way, wrt),
        code=Code(numpy=numpy_code(graph, values, wrt, spelt), keras=tape_code(graph, values, wrt, spelt)),
    )


def graph_of(question: Question) -> Graph:
    """The graph of the expression, all of whose variables have values.

    Errors: those of `parse`; what has no value is offered one.
    """
    try:
        with whole_fixes(question):
            return parse(question.expression, question.values)
    except InvalidError as error:
        if error.problem.code != "unknown_name":
            raise
        with whole_fixes(question):
            loan = lent(question, parse(question.expression))
        raise error.with_fixes([loan, *(error.problem.fixes or ())][:MOST_FIXES]) from error


def lent(question: Question, graph: Graph) -> Fix:
    """The question in which what has no value is 1."""
    missing = [name for name in graph.variables if name not in question.values]
    values = {**question.values, **dict.fromkeys(missing, 1)}
    return fix(f"let {' and '.join(missing)} be 1", question, values=values)


def wanted(graph: Graph, question: Question) -> tuple[str, ...]:
    """The variables whose gradients are asked for.

    Errors: `unknown_variable`.
    """
    nudge = (question.nudge.name,) if question.nudge else ()
    wrt = tuple(graph.variables) if question.wrt is None else tuple(dict.fromkeys((*question.wrt, *nudge)))
    for name in (*wrt, *nudge):
        if name not in graph.variables:
            raise unknown_variable(graph, question, name)
    return wrt


def unknown_variable(graph: Graph, question: Question, name: str) -> InvalidError:
    """What to say about a variable that is asked about and not there."""
    near = get_close_matches(name, graph.variables, MOST_FIXES - 1)
    return InvalidError(
        "unknown_variable",
        "The expression has no such variable.",
        expected=", ".join(graph.variables),
        got=name,
        fixes=[
            *(fix(other, question, **instead(question, name, other)) for other in near),
            fix("all variables", question, wrt=None, nudge=None),
        ],
    )


def instead(question: Question, name: str, other: str) -> dict[str, Any]:
    """What is asked about, with another name for this one."""
    wrt, nudge = question.wrt, question.nudge
    return {
        "wrt": wrt and tuple(other if each == name else each for each in wrt),
        "nudge": nudge.model_copy(update={"name": other}) if nudge and nudge.name == name else nudge,
    }
