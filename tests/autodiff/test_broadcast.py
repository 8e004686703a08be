"""Broadcasting undone: the gradient of an operand has its shape, and each copy of a number counts."""

import numpy as np
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.autodiff.broadcast import stretched_axes, unstretched


@given(npst.mutually_broadcastable_shapes(num_shapes=1, base_shape=(3, 2), max_dims=2))
def test_as_many_copies_are_added_up_as_were_made(shapes: npst.BroadcastableShapes) -> None:
    (shape,), result = shapes
    gradient = unstretched(np.ones(result), shape)
    assert gradient.shape == shape
    copies = np.broadcast_to(np.arange(gradient.size).reshape(shape), result)
    assert gradient.ravel().tolist() == np.bincount(copies.ravel()).tolist()


def test_the_stretched_axes_are_those_of_the_result() -> None:
    assert stretched_axes((3,), (2, 3)) == (0,)
    assert stretched_axes((2, 1), (2, 3)) == (1,)
    assert stretched_axes((1,), (2, 3)) == (0, 1)
    assert stretched_axes((), (2,)) == (0,)
    assert stretched_axes((2, 3), (2, 3)) == ()
    assert stretched_axes((1, 3), (1, 3)) == ()
