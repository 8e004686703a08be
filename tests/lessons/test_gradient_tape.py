"""A tape gives TensorFlow's gradients, with the shapes of the variables, and tells any number of them."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import InvalidError, Problem
from app.lessons.gradient_tape import EXAMPLE, LAYER, PRESETS, GradientTapeTrace, Question, explain
from tests.lessons.conftest import mended

EXPRESSIONS = (
    "matmul(x, W) + b",
    "softmax(x @ W) * b",
    "mean(square(x @ W - b))",
    "sum(tanh(W) * W) + sum(b)",
    "x",
)


def told(question: Any, **more: Any) -> GradientTapeTrace:
    """The trace of a question."""
    return explain(Question.model_validate({**question, **more}))


def refused(question: Any, **more: Any) -> Problem:
    """What is said about a question that has no answer."""
    with pytest.raises(InvalidError) as refusal:
        told(question, **more)
    return refusal.value.problem


def tape(lines: str) -> tuple[Any, list[Any]]:
    """The result and the gradients that the lines for TensorFlow compute."""
    names: dict[str, Any] = {}
    exec(lines, names)
    gradients = [None if gradient is None else gradient.numpy() for gradient in names["gradients"]]
    return np.asarray(names["result"]), gradients


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_the_lines_of_code_compute_what_is_shown(title: str, question: Any) -> None:
    trace = told(question)
    result, gradients = tape(trace.code.keras or "")
    assert np.allclose(result, trace.value.values)
    numpy: dict[str, Any] = {}
    exec(trace.code.numpy, numpy)
    assert np.allclose(numpy["result"], trace.value.values)
    for (name, shown), theirs in zip(trace.gradients.items(), gradients, strict=True):
        assert (shown is None) == (theirs is None)
        if shown is not None:
            assert shown.shape == np.shape(theirs) == np.shape(numpy[name])
            assert np.allclose(shown.values, theirs)
            assert np.allclose(shown.values, numpy[f"grad_{name}"])


@pytest.mark.parametrize(
    ("title", "gradients"),
    [
        ("y = 5x + 2", {"x": 5}),
        ("the same for a matrix", {"x": [[5, 5], [5, 5]]}),
        ("a dense layer", {"W": [[16, 16, 16], [20, 20, 20]], "b": [4, 4, 4]}),
        ("None is not 0", {"x": [2, 4], "z": None}),
    ],
)
def test_the_chapters_gradients(title: str, gradients: dict[str, Any]) -> None:
    trace = told(dict(PRESETS)[title])
    assert {name: shown and shown.values for name, shown in trace.gradients.items()} == gradients


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.sampled_from(EXPRESSIONS),
    st.lists(st.integers(1, 4), min_size=3, max_size=3),
    st.sets(st.sampled_from("xWb")),
)
def test_any_expression_has_tensorflows_gradients_and_terms(
    expression: str, sizes: list[int], variables: set[str]
) -> None:
    rows, inner, columns = sizes
    shapes = {"x": (rows, inner), "W": (inner, columns), "b": (columns,)}
    rng = np.random.default_rng(sum(sizes))
    tensors = {name: {"values": rng.uniform(-1, 1, shape).tolist()} for name, shape in shapes.items()}
    question = {
        "expression": expression,
        "variables": {name: tensor for name, tensor in tensors.items() if name in variables},
        "constants": {name: tensor for name, tensor in tensors.items() if name not in variables},
    }
    trace = told(question)
    _, gradients = tape(trace.code.keras or "")
    for (name, shown), theirs in zip(trace.gradients.items(), gradients, strict=True):
        assert (shown is None) == (theirs is None)
        if shown is None:
            continue
        assert shown.shape == shapes[name]
        assert np.allclose(shown.values, theirs, rtol=1e-9, atol=1e-12)
        cell = {"variable": name, "index": [length - 1 for length in shown.shape]}
        terms = told(question, cell=cell).terms
        assert terms is not None
        if terms.count:
            assert np.isclose(sum(term.product for term in terms.terms), terms.gradient)


def test_the_numbers_of_a_line_of_the_tape_have_terms_too() -> None:
    terms = told(LAYER, cell={"variable": "x1", "index": [3, 2]}).terms
    assert terms is not None
    assert [term.factors[0].made.name for term in terms.terms] == ["result"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ({"variable": "x", "index": [0, 0]}, "no_gradient"),
        ({"variable": "q"}, "no_gradient"),
        ({"variable": "W", "index": [2, 0]}, "no_such_cell"),
        ({"variable": "W", "index": [0]}, "no_such_cell"),
        ({"variable": "W", "index": [-1, 0]}, "no_such_cell"),
    ],
)
def test_a_number_that_has_no_gradient_is_said(cell: Any, code: str) -> None:
    assert refused(LAYER, cell=cell).code == code


@pytest.mark.parametrize(
    ("expression", "b"),
    [
        ("x @ W + b", {"values": [1, 2]}),
        ("W @ x", {"values": 0}),
        ("W + c", {"values": 0}),
        ("x @ b", {"shape": [3, 2]}),
        ("sum(x @ W))", {"values": 0}),
    ],
)
def test_what_cannot_be_computed_says_where_and_offers_ways_out(expression: str, b: Any) -> None:
    question = {**LAYER, "expression": expression, "variables": {**LAYER["variables"], "b": b}}
    problem = refused(question)
    assert problem.place is not None
    if problem.code != "syntax_error":
        assert all(trace.value for trace in mended(explain, Question.model_validate(question)))


def test_names_of_the_tape_stay_clear_of_variables_that_are_not_used() -> None:
    trace = told(EXAMPLE, constants={"x1": {"values": 1.0}})
    assert [line.name for line in trace.tape] == ["x2", "result"]
    assert tape(trace.code.keras or "")[1] == [5.0]


def test_the_check_compares_with_central_differences_and_can_be_left_out() -> None:
    check = told(LAYER).check
    assert check is not None
    assert check.max_measured_difference is not None
    assert check.max_measured_difference < 1e-6
    assert told(LAYER, check=False).check is None


def test_a_large_tensor_is_a_preview_that_says_so() -> None:
    trace = told({"expression": "x * 2", "variables": {"x": {"shape": [64, 64]}}})
    assert trace.tape[0].value.preview == "the first (12, 12) of (64, 64)"
    assert "np.arange(4096.0)" in trace.code.numpy
