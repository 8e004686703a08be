"""Shapes, places and numbers are written as NumPy writes them."""

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.tensors.spelling import Tensor, counted, literal, spelt, words

TENSORS = npst.arrays(
    st.sampled_from([np.int64, np.float64, np.bool_]), npst.array_shapes(min_dims=0, max_dims=3, max_side=3)
)


def test_shapes_are_tuples() -> None:
    assert [spelt(shape) for shape in ((), (3,), (2, 3))] == ["()", "(3,)", "(2, 3)"]


def test_a_count_is_written_out_as_long_as_somebody_reads_it() -> None:
    assert [counted(1234), counted(10**5000)] == ["1,234", "more than 10^18"]


@given(TENSORS)
def test_a_literal_is_code_for_the_same_tensor(tensor: Tensor) -> None:
    again = eval(f"np.array({literal(tensor)})", {"np": np})
    assert np.array_equal(again, tensor, equal_nan=tensor.dtype.kind == "f")


@given(TENSORS)
def test_words_are_json_that_every_browser_reads(tensor: Tensor) -> None:
    text = json.dumps(words(tensor), allow_nan=False)
    again = np.array(json.loads(text)).astype(tensor.dtype).reshape(tensor.shape)
    assert np.array_equal(again, tensor, equal_nan=tensor.dtype.kind == "f")
