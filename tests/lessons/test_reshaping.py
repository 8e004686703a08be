"""Reshaping gives exactly what NumPy gives, and says truly what was copied."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.lessons.reshaping import PRESETS, Question, explain
from app.tensors.limits import MOST_AXES
from app.tensors.nested import typed
from app.tensors.spelling import words
from tests.lessons.conftest import mended

SHAPES = npst.array_shapes(min_dims=0, max_dims=6, max_side=4)
DTYPES = st.sampled_from([np.int64, np.float64, np.bool_])
MOVES = st.one_of(
    st.just({"op": "flatten"}),
    st.just({"op": "transpose"}),
    st.just({"op": "squeeze"}),
    st.just({"op": "expand_dims", "axis": 0}),
    st.builds(dict, op=st.just("transpose"), axes=st.permutations([0, 1, 2])),
    st.builds(dict, op=st.just("reshape"), shape=st.sampled_from([[-1], [2, -1], [-1, 3], [4, -1, 1], []])),
)


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """A tensor of random shape and dtype and up to four moves."""
    a = draw(npst.arrays(draw(DTYPES), draw(SHAPES)))
    return {"a": {"values": words(a)}, "ops": draw(st.lists(MOVES, max_size=4))}


@given(questions())
def test_the_lines_lead_to_every_result_or_to_numpys_refusal(given: dict[str, Any]) -> None:
    question = Question.model_validate(given)
    if numpy_refuses(question):
        with pytest.raises(InvalidError):
            explain(question)
        return
    trace = explain(question)
    names: dict[str, Any] = {"np": np, "a": question.a.tensor()}
    for step in trace.steps:
        before = names.get("result", names["a"])
        after = names["result"] = eval(step.title, names)
        assert (step.result.shape, step.strides) == (after.shape, after.strides)
        assert step.copied == (not np.shares_memory(before, after))
        assert np.array_equal(np.array(words(after)), np.array(step.result.values))


def numpy_refuses(question: Question) -> bool:
    """Whether NumPy does not make one of the moves, or makes one that cannot be drawn."""
    result = question.a.tensor()
    try:
        for move in question.ops:
            result = eval(move.code("result"), {"np": np, "result": result})
            if result.ndim > MOST_AXES:
                return True
    except ValueError:
        return True
    return False


@given(questions())
def test_the_numpy_lines_compute_what_is_shown(given: dict[str, Any]) -> None:
    try:
        trace = explain(Question.model_validate(given))
    except InvalidError:
        return
    names: dict[str, Any] = {}
    exec(trace.code.numpy, names)
    assert names["result"].shape == trace.result.shape
    assert np.array_equal(np.array(words(names["result"])), np.array(trace.result.values))


def test_the_keras_lines_compute_the_same(keras_lines: Any) -> None:
    moves = [
        {"op": "transpose", "axes": [2, 0, 1]},
        {"op": "reshape", "shape": [4, -1]},
        {"op": "transpose"},
        {"op": "expand_dims", "axis": -1},
        {"op": "squeeze", "axis": 2},
        {"op": "flatten"},
    ]
    for count in range(len(moves) + 1):
        trace = explain(Question.model_validate({"a": {"shape": [2, 3, 4]}, "ops": moves[:count]}))
        assert np.array_equal(keras_lines(trace.code.keras), typed(trace.result.values))


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_every_preset_is_answered_or_teaches(title: str, question: dict[str, Any]) -> None:
    asked = Question.model_validate(question)
    if title != "three numbers as a scalar":
        assert explain(asked).steps
        return
    assert all(trace.result.shape for trace in mended(explain, asked))


def test_a_transpose_is_not_the_reverse_of_a_reshape() -> None:
    there = {"op": "reshape", "shape": [3, 2]}
    transposed = explain(
        Question.model_validate({"a": {"shape": [2, 3]}, "ops": [there, {"op": "transpose"}]})
    )
    reshaped = explain(
        Question.model_validate({"a": {"shape": [2, 3]}, "ops": [there, {"op": "reshape", "shape": [2, 3]}]})
    )
    assert (transposed.result.values, transposed.contrast.differ) == ([[0, 2, 4], [1, 3, 5]], 4)
    assert (reshaped.result.values, reshaped.contrast.differ) == ([[0, 1, 2], [3, 4, 5]], 0)
    assert transposed.contrast.result.values == reshaped.result.values


def test_flattening_a_transpose_is_a_copy_and_reshaping_it_too() -> None:
    for last in ({"op": "flatten"}, {"op": "reshape", "shape": [6]}):
        trace = explain(Question.model_validate({"a": {"shape": [2, 3]}, "ops": [{"op": "transpose"}, last]}))
        assert [step.copied for step in trace.steps] == [False, True]
        assert "A copy: 48 bytes" in trace.steps[1].text


def test_nan_stands_where_it_stood() -> None:
    trace = explain(Question.model_validate({"a": {"values": ["NaN", 1.0]}, "ops": [{"op": "transpose"}]}))
    assert trace.contrast.differ == 0


def test_a_refused_move_is_replaced_in_the_middle_of_the_chain() -> None:
    moves = [{"op": "transpose"}, {"op": "reshape", "shape": [4, 2]}, {"op": "flatten"}]
    with pytest.raises(InvalidError) as refused:
        explain(Question.model_validate({"a": {"shape": [2, 3]}, "ops": moves}))
    first = (refused.value.problem.fixes or ())[0]
    assert first["title"] == "result.reshape((3, 2))"
    assert [move["op"] for move in first["question"]["ops"]] == ["transpose", "reshape", "flatten"]
    assert explain(Question.model_validate(first["question"])).result.shape == (6,)
