"""The shape of a result is NumPy's, or there is none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.autodiff.operations.shapes import elementwise, matrix_product, rows, scalar, scalar_of_rows
from app.tensors.spelling import Shape

SHAPES = npst.array_shapes(min_dims=0, max_dims=2, max_side=3)


@given(SHAPES, SHAPES)
def test_operands_broadcast_and_multiply_where_numpys_do(a: Shape, b: Shape) -> None:
    for rule, numpy in ((elementwise, np.add), (matrix_product, np.matmul)):
        shape = rule(a, b)
        if shape is None:
            with pytest.raises(ValueError, match=r"."):
                numpy(np.ones(a), np.ones(b))
        else:
            assert numpy(np.ones(a), np.ones(b)).shape == shape


def test_reductions_give_one_number_and_rows_need_an_axis() -> None:
    assert scalar((2, 3)) == scalar(()) == ()
    assert (rows((2, 3)), rows(())) == ((2, 3), None)
    assert (scalar_of_rows((2, 3), (2, 3)), scalar_of_rows((), ()), scalar_of_rows((2,), (3,))) == (
        (),
        None,
        None,
    )
