"""Shapes that fit hold exactly as many numbers as there are."""

import math

from hypothesis import given
from hypothesis import strategies as st

from app.tensors.fitting import MOST, fitting_shapes
from app.tensors.spelling import Shape

ASKED = st.lists(st.integers(-1, 9), max_size=6).map(tuple)


@given(ASKED, st.integers(0, 5000))
def test_every_shape_holds_all_numbers_and_none_is_said_twice(asked: Shape, size: int) -> None:
    shapes = fitting_shapes(asked, size)
    assert {math.prod(shape) for shape in shapes} == {size}
    assert 1 <= len(shapes) == len(set(shapes)) <= MOST


def test_one_changed_length_comes_first() -> None:
    assert fitting_shapes((5, 2), 6)[0] == (3, 2)
    assert fitting_shapes((2, 9), 6)[0] == (2, 3)


def test_where_no_length_helps_the_nearest_matrix_is_offered() -> None:
    assert (4, 6) in fitting_shapes((5, 5), 24)


def test_three_numbers_have_no_place_in_a_scalar_but_along_an_axis() -> None:
    assert fitting_shapes((), 3) == ((3,), (1, 3), (3, 1))
