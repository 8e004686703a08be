"""A dot product is exactly NumPy's or NumPy's refusal, and every cell is told term by term."""

from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.lessons.dot_product import MOST_TERMS, PRESETS, Question, explain
from app.tensors.nested import typed
from app.tensors.readings import Reading
from app.tensors.spelling import Tensor, words
from tests.lessons.conftest import mended

DTYPES: st.SearchStrategy[type] = st.sampled_from([np.int64, np.float64, np.bool_])


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """Two tensors of random shape and dtype; more often than not their axes meet."""
    a = draw(npst.array_shapes(min_dims=0, max_dims=6, min_side=0, max_side=3))
    b = list(draw(npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3)))
    if a and b and draw(st.integers(0, 4)):
        b[max(len(b) - 2, 0)] = a[-1]
    small: dict[type, Any] = {np.int64: st.integers(-9, 9)}
    dtypes = draw(DTYPES), draw(DTYPES)
    tensors = [
        draw(npst.arrays(dtype, tuple(shape), elements=small.get(dtype)))
        for dtype, shape in zip(dtypes, (a, b), strict=True)
    ]
    return {
        "a": {"values": words(tensors[0])},
        "b": {"values": words(tensors[1])},
        "reading": draw(st.sampled_from(get_args(Reading))),
    }


def numpy_answer(question: Question) -> Any:
    """What NumPy says: a tensor or its refusal."""
    try:
        with np.errstate(all="ignore"):
            return np.asarray(np.dot(question.a.tensor(), question.b.tensor()))
    except ValueError as refusal:
        return refusal


@given(questions())
def test_the_result_is_numpys_or_the_refusal_is(given: dict[str, Any]) -> None:
    question = Question.model_validate(given)
    expected = numpy_answer(question)
    if isinstance(expected, Exception) or expected.ndim > 6:
        with pytest.raises(InvalidError):
            explain(question)
        return
    trace = explain(question)
    assert (trace.result.shape, trace.result.dtype) == (expected.shape, str(expected.dtype))
    assert trace.result.values == words(expected)


@given(questions())
def test_the_terms_of_every_cell_add_up_to_it(given: dict[str, Any]) -> None:
    try:
        trace = explain(Question.model_validate(given))
    except InvalidError:
        return
    result = typed(trace.result.values)
    assert len(trace.cells) in {0, result.size}
    for cell in trace.cells:
        row, column, terms = (typed(part.values) for part in (cell.row, cell.column, cell.terms))
        with np.errstate(all="ignore"):
            assert np.array_equal(row * column, terms, equal_nan=result.dtype.kind == "f")
            total = terms.sum().astype(result.dtype)
            size = np.abs(terms.astype(float)).sum()
        assert cell.sum == words(np.asarray(result[cell.place]))
        if np.isfinite(size):
            assert np.isclose(float(total), float(result[cell.place]), rtol=0, atol=1e-12 * size)


def tamed(tensor: Tensor) -> Tensor:
    """Numbers of which a sum hardly depends on its order."""
    return np.asarray(np.nan_to_num(tensor, posinf=1, neginf=-1) % 7)


@given(questions())
def test_numpy_lines_and_loops_compute_what_is_shown(given: dict[str, Any]) -> None:
    given |= {name: {"values": words(tamed(typed(given[name]["values"])))} for name in "ab"}
    try:
        trace = explain(Question.model_validate(given))
    except InvalidError:
        return
    for lines in (trace.code.numpy, trace.code.reading):
        names: dict[str, Any] = {}
        exec(lines, names)
        result = np.asarray(names["result"])
        assert result.shape == trace.result.shape
        assert np.allclose(result.astype(float), np.array(trace.result.values, float))


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_every_preset_is_answered_or_teaches(title: str, question: dict[str, Any], keras_lines: Any) -> None:
    asked = Question.model_validate(question)
    if title != "no handshake":
        trace = explain(asked)
        assert trace.steps
        part = tuple(slice(length) for length in np.array(trace.result.values).shape)
        assert np.allclose(keras_lines(trace.code.keras)[part], trace.result.values)
        return
    assert all(trace.steps for trace in mended(explain, asked))


def test_a_cell_on_request_has_its_row_its_column_and_its_terms() -> None:
    trace = explain(Question.model_validate({"a": {"shape": [2, 3]}, "b": {"shape": [3, 4]}, "cell": [1, 2]}))
    (cell,) = trace.cells
    assert (cell.row.values, cell.column.values, cell.terms.values) == ([3, 4, 5], [2, 6, 10], [6, 24, 50])
    assert (cell.sum, cell.a, cell.b) == (80, (1, None), (None, 2))
    assert cell.text == "result[1, 2] = 3 × 2 + 4 × 6 + 5 × 10 = 80"


def test_a_cell_that_there_is_not_is_said() -> None:
    for cell in ([2, 0], [0], [-1, 0]):
        with pytest.raises(InvalidError) as refused:
            explain(Question.model_validate({"a": {"shape": [2, 3]}, "b": {"shape": [3, 4]}, "cell": cell}))
        assert refused.value.problem.code == "no_such_cell"


def test_a_large_result_explains_only_the_cell_that_is_asked_for() -> None:
    large = {"a": {"shape": [64, 784]}, "b": {"shape": [784, 10]}}
    trace = explain(Question.model_validate(large))
    assert trace.multiply_adds == 64 * 784 * 10 > MOST_TERMS
    assert trace.cells == ()
    assert explain(Question.model_validate({**large, "cell": [63, 9]})).cells[0].row.shape == (784,)


@pytest.mark.parametrize(("a", "b"), [([4096, 1], [1, 4096]), ([2] * 6, [2, 2, 2])])
def test_a_result_that_is_too_large_comes_with_smaller_factors(a: list[int], b: list[int]) -> None:
    (trace,) = mended(explain, Question.model_validate({"a": {"shape": a}, "b": {"shape": b}}))
    assert len(trace.result.shape) <= 6


def test_the_handshake_names_the_axes_that_meet() -> None:
    trace = explain(Question.model_validate({"a": {"shape": [2, 3, 4, 5]}, "b": {"shape": [5, 6]}}))
    assert trace.handshake.model_dump() == {"a_axis": 3, "b_axis": 0, "length": 5}
    assert trace.result.shape == (2, 3, 4, 6)
