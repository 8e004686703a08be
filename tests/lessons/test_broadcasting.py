"""Broadcasting gives exactly NumPy's result or NumPy's refusal, and tells how it came about."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.lessons.broadcasting import PRESETS, BroadcastingTrace, Question, explain
from app.tensors.spelling import Shape, words
from tests.lessons.conftest import mended, numpy_answer, same

SHAPES = npst.array_shapes(min_dims=0, max_dims=6, max_side=3)
OPS = st.sampled_from(("add", "subtract", "multiply", "divide", "maximum", "minimum"))
DTYPES = st.sampled_from([np.int64, np.float64, np.bool_])


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """Two tensors of random shape and dtype and an operation."""
    a, b = (draw(npst.arrays(draw(DTYPES), draw(SHAPES))) for _ in "ab")
    return {"a": {"values": words(a)}, "b": {"values": words(b)}, "op": draw(OPS)}


@given(questions())
def test_the_result_is_numpys_or_the_refusal_is(given: dict[str, Any]) -> None:
    question = Question.model_validate(given)
    expected = numpy_answer(question.op, question.a, question.b)
    if isinstance(expected, Exception):
        with pytest.raises(InvalidError):
            explain(question)
        return
    assert same(explain(question).result, expected)


def played(trace: BroadcastingTrace, name: str, shape: Shape) -> Shape:
    """The shape of an operand after NumPy has done each of its steps."""
    tensor = np.empty(shape)
    for step in trace.steps:
        if step.operand == name and step.axis is not None:
            added = step.kind == "expand_dims"
            tensor = np.expand_dims(tensor, step.axis) if added else tensor.repeat(step.times or 0, step.axis)
            assert step.shape == tensor.shape
    return tensor.shape


@given(SHAPES, SHAPES)
def test_the_steps_lead_from_each_shape_to_the_result(a: Shape, b: Shape) -> None:
    try:
        expected = np.broadcast_shapes(a, b)
    except ValueError:
        return
    trace = explain(Question.model_validate({"a": {"shape": a}, "b": {"shape": b}}))
    assert played(trace, "a", a) == played(trace, "b", b) == expected
    assert trace.steps[-1].shape == expected


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_every_preset_is_answered_or_teaches(title: str, question: dict[str, Any]) -> None:
    asked = Question.model_validate(question)
    if title != "a misfit":
        assert explain(asked).steps
        return
    assert all(trace.steps for trace in mended(explain, asked))


def test_a_stretched_axis_costs_no_memory() -> None:
    trace = explain(Question.model_validate({"a": {"shape": [28, 10]}, "b": {"shape": [10]}}))
    assert trace.strides["b"].stretched == (0, 8)
    assert (trace.bytes.real, trace.bytes.virtual) == (8 * 290, 8 * 560)


def test_a_mismatch_names_both_shapes_and_the_axis() -> None:
    with pytest.raises(InvalidError) as refused:
        explain(Question.model_validate({"a": {"shape": [4, 2, 3]}, "b": {"shape": [5, 3]}}))
    problem = refused.value.problem
    assert (problem.shapes, problem.axis) == ({"a": (4, 2, 3), "b": (5, 3)}, 1)
    assert problem.what.endswith("axis 1 of a is 2 long, axis 0 of b is 5 long.")


@given(questions())
def test_the_numpy_lines_compute_what_is_shown(given: dict[str, Any]) -> None:
    try:
        trace = explain(Question.model_validate(given))
    except InvalidError:
        return
    names: dict[str, Any] = {}
    with np.errstate(all="ignore"):
        exec(trace.code.numpy, names)
    assert np.array_equal(np.array(words(names["result"])), np.array(trace.result.values))


def test_the_keras_lines_compute_the_same(keras_lines: Any) -> None:
    for op in ("add", "subtract", "multiply", "divide", "maximum", "minimum"):
        trace = explain(
            Question.model_validate({"a": {"shape": [2, 3]}, "b": {"values": [1, 2, 4]}, "op": op})
        )
        assert np.allclose(keras_lines(trace.code.keras), trace.result.values)
