"""The axes that meet and the shape that is left are NumPy's, for every two shapes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.tensors.cells import picked
from app.tensors.handshake import Handshake
from app.tensors.spelling import Shape

SHAPES = npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3)


@given(SHAPES, SHAPES)
def test_its_factors_have_the_result_that_is_asked_for(a: Shape, b: Shape) -> None:
    hands = Handshake(a, b)
    assert hands.factors(hands.result) == (a, b) or not hands.fits
    assert Handshake((2,) * 6, (5, 2, 9)).factors((3, 4, 1, 1, 5, 9)) == ((3, 4, 1, 1, 2), (5, 2, 9))


@given(SHAPES, SHAPES)
def test_it_fits_where_numpy_has_an_answer_of_that_shape(a: Shape, b: Shape) -> None:
    hands = Handshake(a, b)
    try:
        expected = np.dot(np.zeros(a), np.zeros(b)).shape
    except ValueError:
        assert not hands.fits
        return
    assert hands.fits
    assert hands.result == expected


@pytest.mark.parametrize(
    ("a", "b", "result"),
    [
        ((28,), (28,), ()),
        ((2, 3), (3, 4), (2, 4)),
        ((2, 3, 4, 5), (5,), (2, 3, 4)),
        ((2, 3, 4, 5), (5, 6), (2, 3, 4, 6)),
    ],
)
def test_the_chapters_shapes(a: Shape, b: Shape, result: Shape) -> None:
    assert Handshake(a, b).result == result


@given(SHAPES, SHAPES)
def test_a_row_times_a_column_is_a_cell(a: Shape, b: Shape) -> None:
    hands = Handshake(a, b)
    if not hands.fits:
        return
    x, y = np.arange(np.prod(a)).reshape(a), np.arange(np.prod(b)).reshape(b) + 1
    product = np.dot(x, y)
    for place in np.ndindex(hands.result):
        assert np.sum(picked(x, hands.row(place)) * picked(y, hands.column(place))) == product[place]


def test_slices_have_one_number_on_the_axes_that_meet() -> None:
    assert Handshake((2, 3), (4, 3, 5)).slices(1) == ((None, 1), (None, 1, None))
    assert Handshake((), (2,)).slices(0) == ((), (None,))
