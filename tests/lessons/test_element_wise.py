"""An element-wise operation gives exactly NumPy's result or NumPy's refusal, cell by cell."""

from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.lessons.element_wise import MOST_NARRATED, PRESETS, Question, explain
from app.tensors.nested import typed
from app.tensors.operations import OPERATIONS
from app.tensors.spelling import words
from tests.lessons.conftest import mended, numpy_answer, same

SHAPES = npst.array_shapes(min_dims=0, max_dims=6, min_side=0, max_side=3)
DTYPES = st.sampled_from([np.int64, np.float64, np.bool_])


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """An operation with as many tensors as it takes, of random dtypes, in shapes that often fit."""
    op = draw(st.sampled_from(sorted(OPERATIONS)))
    a = draw(npst.arrays(draw(DTYPES), draw(SHAPES)))
    question = {"op": op, "a": {"values": words(a)}}
    if OPERATIONS[op].takes == 1:
        return question
    shape = draw(st.just(a.shape) | npst.broadcastable_shapes(a.shape, max_dims=6, max_side=3) | SHAPES)
    return {**question, "b": {"values": words(draw(npst.arrays(draw(DTYPES), shape)))}}


@given(questions())
@example({"op": "sigmoid", "a": {"values": -(2**63)}})
@example({"op": "floor_divide", "a": {"values": -(2**63)}, "b": {"values": -1}})
@example({"op": "power", "a": {"values": 3}, "b": {"values": 2**63 - 1}})
def test_the_result_is_numpys_or_the_refusal_is(given: dict[str, Any]) -> None:
    question = Question.model_validate(given)
    expected = numpy_answer(question.op, question.a, question.b)
    if isinstance(expected, Exception):
        with pytest.raises(InvalidError):
            explain(question)
        return
    assert same(explain(question).result, expected)


@given(questions())
def test_numpy_lines_and_loops_compute_what_is_shown(given: dict[str, Any]) -> None:
    try:
        trace = explain(Question.model_validate(given))
    except InvalidError:
        return
    numbers = typed(trace.result.values).astype(float)
    for lines in (trace.code.numpy, trace.code.naive):
        names: dict[str, Any] = {}
        with np.errstate(all="ignore"):
            exec(lines, names)
        result = np.asarray(names["result"])
        assert (result.shape, str(result.dtype)) == (trace.result.shape, trace.result.dtype)
        assert np.allclose(result.astype(float), numbers, rtol=1e-12, equal_nan=True)


@pytest.mark.parametrize("op", sorted(OPERATIONS))
@pytest.mark.parametrize("a", [[[1, -2, 0], [4, 5, 6]], [[0.5, 2.0, 0.0], [-1.5, 1.0, 3.0]]])
def test_the_keras_lines_compute_the_same(op: str, a: Any, keras_lines: Any) -> None:
    b = {"b": {"values": [2, 1, 0]}} if OPERATIONS[op].takes == 2 else {}
    trace = explain(Question.model_validate({"op": op, "a": {"values": a}, **b}))
    if trace.code.keras is None:
        assert op in {"floor_divide", "mod"}
        return
    expected = typed(trace.result.values).astype(float)
    assert np.allclose(keras_lines(trace.code.keras).astype(float), expected, equal_nan=True)


@given(questions())
@example({"op": "tanh", "a": {"values": True}})
def test_every_cell_is_told_with_names_that_lead_to_its_number(given: dict[str, Any]) -> None:
    question = Question.model_validate(given)
    try:
        trace = explain(question)
    except InvalidError:
        return
    told = [step for step in trace.steps if step.kind == "cell"]
    size = int(np.prod(trace.result.shape))
    assert len(told) == min(size, MOST_NARRATED)
    assert any(step.kind == "others" for step in trace.steps) == (size > MOST_NARRATED)
    names = {"np": np, "a": question.a.tensor(), "b": question.b and question.b.tensor()}
    for step in told:
        _, formula, *_, value = step.text.split(" = ")
        with np.errstate(all="ignore"):
            assert str(eval(formula, names)) == value


def test_a_cell_is_named_where_it_is_read() -> None:
    asked = {"op": "subtract", "a": {"shape": [2, 3]}, "b": {"values": [[5], [-1]]}}
    trace = explain(Question.model_validate(asked))
    assert [step.kind for step in trace.steps][:2] == ["operands", "stretch"]
    assert trace.steps[-1].text == "result[1, 2] = a[1, 2] - b[1, 0] = 5 - (-1) = 6"


def test_what_is_no_ordinary_number_is_explained() -> None:
    asked = {"op": "divide", "a": {"values": [1, 0, 4]}, "b": {"values": [0, 0, 2]}}
    trace = explain(Question.model_validate(asked))
    found = {each.kind: each.first for each in trace.surprises}
    assert found == {"zero_by_zero": (1,), "division_by_zero": (0,)}
    assert [(step.kind, step.title, step.place) for step in trace.steps[-2:]] == [
        ("surprise", "0 / 0", (1,)),
        ("surprise", "Division by zero", (0,)),
    ]


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_every_preset_is_answered_or_teaches(title: str, question: dict[str, Any]) -> None:
    asked = Question.model_validate(question)
    if title != "a misfit":
        assert explain(asked).steps
        return
    assert all(trace.steps for trace in mended(explain, asked))
