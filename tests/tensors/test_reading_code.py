"""The loops of every reading compute what NumPy computes, for all ranks."""

from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.tensors.handshake import Handshake
from app.tensors.reading_code import code_of
from app.tensors.readings import Reading
from app.tensors.spelling import Shape

SHAPES = npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3)


@pytest.mark.parametrize("reading", get_args(Reading))
@given(SHAPES, SHAPES)
def test_they_fill_the_result(reading: Reading, a: Shape, b: Shape) -> None:
    hands = Handshake(a, b)
    if not hands.fits or len(hands.result) > 6:
        return
    names: dict[str, Any] = {
        "np": np,
        "a": np.arange(np.prod(a)).reshape(a),
        "b": np.arange(np.prod(b)).reshape(b) - 2,
    }
    expected = np.dot(names["a"], names["b"])
    exec(code_of(reading, hands, str(expected.dtype)), names)
    assert np.array_equal(names["result"], expected)


def test_two_matrices_read_as_the_chapter_says() -> None:
    lines = code_of("row_column", Handshake((2, 3), (3, 4)), "int64")
    assert lines == (
        "result = np.empty((2, 4), 'int64')\n"
        "for i, j in np.ndindex(2, 4):\n"
        "    result[i, j] = np.sum(a[i, :] * b[:, j])"
    )
