"""A layout is what NumPy would say of the tensor, made or not."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.tensors.layout import axis_names, layout_of, row_by_row
from app.tensors.slices import cuts
from app.tensors.spelling import Shape

SHAPES = npst.array_shapes(min_dims=0, max_dims=6, max_side=4)
DTYPES = st.sampled_from([np.uint8, np.float16, np.float32, np.int64])


@given(SHAPES, DTYPES, st.data())
def test_a_cut_layout_is_that_of_numpys_view(shape: Shape, dtype: Any, data: st.DataObject) -> None:
    a = np.zeros(shape, dtype)
    index = data.draw(npst.basic_indices(shape, allow_newaxis=False)) if shape else ()
    index = index if isinstance(index, tuple) else (index,)
    layout = row_by_row(shape, a.dtype)
    assert layout == layout_of(a)
    view = a[(*index, ...)] if ... not in index else a[index]
    assert layout.cut(cuts(index, shape)) == layout_of(view)
    assert (layout.size, layout.bytes) == (a.size, a.nbytes)


def test_five_video_clips_are_counted_without_being_made() -> None:
    clips = row_by_row((5, 200, 1920, 1080, 3), np.dtype(np.uint8))
    assert (clips.size, clips.bytes) == (6_220_800_000, 6_220_800_000)


@pytest.mark.parametrize(
    ("rank", "names"),
    [(0, ()), (1, ("entries",)), (2, ("rows", "columns")), (3, ("layers", "rows", "columns"))],
)
def test_axes_have_names(rank: int, names: tuple[str, ...]) -> None:
    assert axis_names(rank) == names


def test_all_axes_that_can_be_drawn_have_names() -> None:
    assert len(set(axis_names(6))) == 6
