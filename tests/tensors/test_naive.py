"""The chapter's loops compute what NumPy computes, for any rank, and leave their arguments alone."""

import numpy as np
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.tensors.naive import naive_addition, naive_relu
from app.tensors.spelling import Shape


@given(npst.array_shapes(min_dims=0, max_dims=6, min_side=0, max_side=3))
def test_they_add_and_cut_off(shape: Shape) -> None:
    rng = np.random.default_rng(1)
    x, y = rng.standard_normal(shape), rng.standard_normal(shape)
    before = x.copy()
    assert np.array_equal(naive_relu(naive_addition(x, y)), np.maximum(x + y, 0))
    assert np.array_equal(x, before)
