"""What is told of a tensor holds its real numbers."""

import numpy as np

from app.tensors import tensor_story as story
from app.tensors.dtypes import Lost
from app.tensors.layout import row_by_row
from app.tensors.slices import cuts, read_slice


def test_a_vector_of_five_entries_is_not_a_tensor_of_five_axes() -> None:
    assert "a 5-dimensional vector, but a tensor with 5 axes" in story.rank_step((5,)).text
    assert story.rank_step((1,)).text == "One axis: rank 1."


def test_every_rank_has_its_name() -> None:
    titles = [story.rank_step((2,) * rank).title for rank in range(5)]
    assert titles == ["A scalar", "A vector", "A matrix", "A rank-3 tensor", "A rank-4 tensor"]


def test_a_shape_is_a_product() -> None:
    assert story.shape_step((3, 6)).text == "3 rows of 6 columns: 3 × 6 = 18 values."
    assert story.shape_step(()).text == "No axis, so no length: one value."


def test_strings_take_four_bytes_a_character() -> None:
    assert "4 × 5 = 20 bytes" in story.dtype_step(np.dtype("<U5")).text


def test_a_whole_number_that_fractions_make_round_is_told() -> None:
    assert "9007199254740993 became 9007199254740992" in story.rounded_text([[9007199254740993, 1.5]])
    assert "9007199254740993 became" in story.rounded_text(["NaN", 9007199254740993])
    assert story.rounded_text([9007199254740993]) == story.rounded_text([2, 1.5]) == ""


def test_a_cast_counts_what_it_changed() -> None:
    some = Lost(changed=3, of=6, examples=())
    assert story.cast_step(np.dtype(np.uint8), some).text.startswith("3 of 6 values are others now.")
    assert story.cast_step(np.dtype(np.uint8), None).text == "Whole numbers from 0: 1 byte each."


def test_a_slice_says_what_it_keeps_and_what_goes() -> None:
    told = story.slice_step("1, ::2", cuts(read_slice("1, ::2"), (4, 6)), (4, 6), (3,)).text
    assert told.startswith("Axis 1 keeps 3 of 6; axis 0 goes, for one index is picked. (4, 6) becomes (3,)")


def test_memory_is_counted() -> None:
    told = story.memory_step(row_by_row((3, 6), np.dtype(np.int64))).text
    assert told == "18 × 8 bytes = 144 bytes. Bytes to the next value: 48 along axis 0, 8 along axis 1."
