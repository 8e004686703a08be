"""Arithmetic: powers without a logarithm, products of vectors."""

import numpy as np
import pytest

from app.autodiff.operations.arithmetic import MATMUL, POWER, column, log_if_positive, row


def test_where_there_is_no_logarithm_it_is_0() -> None:
    assert log_if_positive(np.array([-1.0, 0.0, np.e])).tolist() == [0, 0, 1]
    minus_two, three = np.array(-2.0), np.array(3.0)
    assert POWER.back(1, np.array(1.0), POWER(minus_two, three), minus_two, three) == 0


def test_a_vector_is_a_row_on_the_left_and_a_column_on_the_right() -> None:
    assert (row(np.ones(3)).shape, column(np.ones(3)).shape) == ((1, 3), (3, 1))
    assert row(np.ones((2, 3))).shape == column(np.ones((2, 3))).shape == (2, 3)


@pytest.mark.parametrize("shapes", [((2, 3), (3, 2)), ((3,), (3, 2)), ((2, 3), (3,)), ((3,), (3,))])
def test_gradients_of_a_product_have_the_shapes_of_its_factors(shapes: tuple[tuple[int, ...], ...]) -> None:
    a, b = (np.random.default_rng(0).random(shape) for shape in shapes)
    y = MATMUL(a, b)
    gradients = [MATMUL.back(operand, np.ones_like(y), y, a, b) for operand in (0, 1)]
    assert [gradient.shape for gradient in gradients] == list(shapes)
    # y is linear in each factor, so gradient times factor sums to the sum of y.
    assert [(gradient * x).sum() for gradient, x in zip(gradients, (a, b), strict=True)] == pytest.approx(
        [y.sum()] * 2
    )
