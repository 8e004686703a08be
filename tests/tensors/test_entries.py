"""Entries are numbers or strings, never both."""

from typing import Any

import numpy as np
import pytest

from app.errors import InvalidError
from app.tensors.entries import Entries


def test_strings_become_a_tensor_with_room_for_the_longest() -> None:
    tensor = Entries(values=[["cat", "horse"], ["dog", ""]]).tensor()
    assert (tensor.shape, str(tensor.dtype)) == ((2, 2), "<U5")


def test_words_for_what_is_not_finite_are_numbers() -> None:
    assert np.isnan(Entries(values=["NaN", 1]).tensor()[0])


def test_shapes_are_filled_as_ever() -> None:
    assert Entries(shape=(2,)).tensor().tolist() == [0, 1]


@pytest.mark.parametrize("values", [["a", 1], ["a", None], ["a", "b\x00"], ["a", "\ud800"], ["a", "x" * 101]])
def test_what_is_no_string_is_refused_with_its_place(values: Any) -> None:
    with pytest.raises(InvalidError) as refused:
        Entries(values=values).tensor("a")
    assert refused.value.problem.code == "not_a_string"
    assert "a[1]" in refused.value.problem.what


def test_code_with_strings_makes_the_same_tensor() -> None:
    entries = Entries(values=["nan", "it's", "inf"])
    assert np.array_equal(eval(entries.code(), {"np": np}), entries.tensor())
