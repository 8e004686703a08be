"""Everything that is said of a tensor is what NumPy says of it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.lessons.tensors import PRESETS, Question, explain
from app.tensors.dtypes import TYPES
from app.tensors.nested import typed
from app.tensors.slices import spelt_index
from app.tensors.spelling import words
from tests.lessons.conftest import mended

SHAPES = npst.array_shapes(min_dims=0, max_dims=6, max_side=3)
DTYPES = st.sampled_from([np.int64, np.float64, np.bool_])


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """A tensor of random shape and dtype, perhaps another dtype, perhaps a slice."""
    a = draw(npst.arrays(draw(DTYPES), draw(SHAPES)))
    asked: dict[str, Any] = {"a": {"values": words(a)}}
    if draw(st.booleans()):
        asked["dtype"] = draw(st.sampled_from([*TYPES]))
    if a.ndim and draw(st.booleans()):
        index = draw(npst.basic_indices(a.shape, allow_newaxis=False))
        asked["slice"] = spelt_index(index if isinstance(index, tuple) else (index,)) or "..."
    return asked


@given(questions())
@example({"a": {"values": [0]}, "dtype": "string", "slice": "0"})
def test_the_lines_make_the_tensor_that_is_described(given: dict[str, Any]) -> None:
    trace = explain(Question.model_validate(given))
    names: dict[str, Any] = {}
    with np.errstate(all="ignore"):
        exec(trace.code.numpy, names)
    result = np.asarray(names["result"])
    assert (trace.rank, trace.shape, trace.dtype) == (result.ndim, result.shape, str(result.dtype))
    assert (trace.size, trace.bytes) == (result.size, result.nbytes)
    assert isinstance(names["result"], np.generic) or trace.strides == result.strides
    assert [(row.length, row.stride) for row in trace.axes] == list(
        zip(trace.shape, trace.strides, strict=True)
    )
    assert trace.result is not None
    assert np.array_equal(np.array(words(result)), np.array(trace.result.values))


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_every_preset_is_answered_or_teaches(title: str, question: dict[str, Any]) -> None:
    asked = Question.model_validate(question)
    if title != "uneven lists":
        assert explain(asked).steps[-1].kind == "memory"
        return
    assert all(trace.rank == 2 for trace in mended(explain, asked))


@pytest.mark.parametrize(
    "question",
    [
        {"a": {"values": [1, "two"]}},
        {"a": {"values": ["1", "two"]}, "dtype": "int64"},
        {"a": {"shape": [4, 6]}, "slice": "1, 2, 3"},
        {"a": {"shape": [4, 6]}, "slice": "9"},
        {"a": {"shape": [4, 6]}, "slice": "rows"},
        {"a": {"shape": [60_000, 28, 28]}, "slice": "0, 28"},
    ],
)
def test_a_refusal_offers_what_works(question: dict[str, Any]) -> None:
    assert all(trace.steps for trace in mended(explain, Question.model_validate(question)))


def test_the_chapters_stack_of_digits_is_cut_by_its_shape_alone() -> None:
    asked = {"a": {"shape": [60_000, 28, 28]}, "dtype": "uint8", "slice": "10:100, 7:-7, 7:-7"}
    trace = explain(Question.model_validate(asked))
    names: dict[str, Any] = {}
    exec(trace.code.numpy, names)
    assert trace.result is None
    assert trace.shape == names["result"].shape == (90, 14, 14)
    assert trace.strides == names["result"].strides


def test_what_is_rounded_before_any_switch_is_told_with_either_dtype() -> None:
    for asked in ({}, {"dtype": "int64"}):
        trace = explain(Question.model_validate({"a": {"values": [2**53 + 1, 1.5]}, **asked}))
        assert "9007199254740993 became 9007199254740992" in trace.steps[2].text


def test_five_video_clips_are_only_described() -> None:
    asked = {"a": {"shape": [5, 200, 1920, 1080, 3]}, "dtype": "float32"}
    trace = explain(Question.model_validate(asked))
    assert (trace.size, trace.bytes, trace.a, trace.lost) == (6_220_800_000, 24_883_200_000, None, None)


def test_there_is_a_limit_to_what_can_be_described() -> None:
    for shape in ([10**6] * 4, [70_000, -1], [10**6] * 7, [0, 10**30]):
        with pytest.raises(InvalidError):
            explain(Question.model_validate({"a": {"shape": shape}}))


@pytest.mark.parametrize(
    "question",
    [
        {"a": {"values": [[1, 2, 3], [4, 5, 300]]}, "dtype": "uint8", "slice": "::-1, 1:"},
        {"a": {"values": [0.1, 2049, 70000]}, "dtype": "float16"},
        {"a": {"shape": [2, 3, 4]}, "slice": "..., 0"},
        {"a": {"values": 22}},
    ],
)
def test_the_keras_lines_make_the_same(question: dict[str, Any], keras_lines: Any) -> None:
    trace = explain(Question.model_validate(question))
    assert trace.result is not None
    result = keras_lines(trace.code.keras)
    assert (result.shape, str(result.dtype)) == (trace.shape, trace.dtype)
    assert np.array_equal(result, typed(trace.result.values))


def test_the_keras_lines_of_a_large_tensor_have_its_shape(keras_lines: Any) -> None:
    trace = explain(
        Question.model_validate({"a": {"shape": [600, 28, 28]}, "dtype": "uint8", "slice": "10:100, 7:-7"})
    )
    assert keras_lines(trace.code.keras).shape == trace.shape == (90, 14, 28)
