"""The ground is the landscape on a grid that a page can draw."""

import numpy as np

from app.descent.function import Function
from app.descent.ground import CURVE_PLACES, SURFACE_PLACES, ground, rounded
from app.descent.landscapes import LANDSCAPES, own


def test_a_surface_has_a_row_for_each_y() -> None:
    bowl = LANDSCAPES["ravine"]
    drawn = ground(bowl, Function(bowl.expression).slope)
    assert drawn.y is not None
    assert np.shape(drawn.values) == (len(drawn.y), len(drawn.x)) == (SURFACE_PLACES, SURFACE_PLACES)
    assert drawn.values[0][-1] == 0.05 * drawn.x[-1] ** 2 + drawn.y[0] ** 2
    assert drawn.gradients[1][0][-1] == 2 * drawn.y[0]
    assert drawn.lowest == 0


def test_a_curve_is_a_row() -> None:
    drawn = ground(own("log(x)", (1.0,)), Function("log(x)").slope)
    assert drawn.y is None
    assert len(drawn.values) == CURVE_PLACES
    assert (drawn.values[0], drawn.values[CURVE_PLACES // 2]) == ("NaN", "-Infinity")


def test_kinks_are_places_of_the_grid_that_have_a_loss() -> None:
    function = Function("abs(x) + maximum(y, 2 * y) + 0 * log(3 + y)")
    drawn = ground(own("", (3.2, 1.0)), function.slope, function.kinks)
    assert drawn.y is not None
    middle, above = SURFACE_PLACES // 2, sum(y > -3 for y in drawn.y)
    tie, corner = drawn.kinks
    assert corner.text.startswith("abs has a corner at 0")
    assert (len(tie.at), len(corner.at)) == (SURFACE_PLACES, above)
    assert {place // SURFACE_PLACES for place in tie.at} == {middle}
    assert {place % SURFACE_PLACES for place in corner.at} == {middle}


def test_a_landscape_without_a_loss_has_no_lowest() -> None:
    assert ground(own("log(-1)", (1.0,)), Function("log(-1)").slope).lowest is None


def test_five_digits_are_left_and_what_is_not_finite_stays() -> None:
    values = np.array([123456.789, -0.00012345678, 0, np.inf, 1e-300, 1e308])
    assert rounded(values).tolist() == [123460, -0.00012346, 0, np.inf, 1e-300, 1e308]
