"""A cell is named as code names it, and read where broadcasting reads it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.tensors.cells import check_place, named, picked, source


def test_a_cell_has_the_name_that_code_gives_it() -> None:
    assert named("a", (0, 1)) == "a[0, 1]"
    assert named("result", ()) == "result"


def test_a_line_runs_along_an_axis() -> None:
    assert named("a", (None, 1)) == "a[:, 1]"
    assert picked(np.arange(6).reshape(2, 3), (None, 1)).tolist() == [1, 4]


@given(npst.mutually_broadcastable_shapes(num_shapes=2, max_dims=4, max_side=3))
def test_an_operand_is_read_where_its_broadcast_copy_stands(shapes: npst.BroadcastableShapes) -> None:
    own = np.arange(np.prod(shapes.input_shapes[0])).reshape(shapes.input_shapes[0])
    wide = np.broadcast_to(own, shapes.result_shape)
    for place in np.ndindex(wide.shape):
        assert own[source(place, own.shape)] == wide[place]


@pytest.mark.parametrize("place", [(), (0,), (2, 0), (0, -1), (0, 0, 0)])
def test_a_place_that_is_not_there_is_told(place: tuple[int, ...]) -> None:
    check_place("W", (2, 3), (1, 2))
    with pytest.raises(InvalidError, match="W has no such number") as refused:
        check_place("W", (2, 3), place)
    assert (refused.value.problem.code, refused.value.problem.got) == ("no_such_cell", str(place))
