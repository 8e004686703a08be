"""A tensor is shown whole, or its first part with what is left out."""

import numpy as np
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.tensors.limits import MOST_TYPED
from app.tensors.shown import first_part, shown
from app.tensors.spelling import Shape


def test_a_small_tensor_is_shown_whole() -> None:
    answer = shown(np.array([[1.0, np.nan]]))
    assert answer.model_dump() == {
        "shape": (1, 2),
        "dtype": "float64",
        "values": [[1.0, "NaN"]],
        "preview": None,
    }


def test_a_large_tensor_says_what_is_left_out() -> None:
    answer = shown(np.zeros((200, 300)))
    part = np.array(answer.values).shape
    assert answer.shape == (200, 300)
    assert answer.preview == f"the first {part} of (200, 300)"


@given(npst.array_shapes(min_dims=1, max_dims=4, max_side=40))
def test_the_part_begins_where_the_tensor_does_and_can_be_drawn(shape: Shape) -> None:
    tensor = np.arange(np.prod(shape)).reshape(shape)
    part = first_part(tensor)
    assert part.size <= MOST_TYPED
    assert part.size > MOST_TYPED // 4 or part.shape == shape
    assert np.array_equal(part, tensor[tuple(slice(length) for length in part.shape)])
