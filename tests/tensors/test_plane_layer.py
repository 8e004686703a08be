"""A layer of the plane is the chapter's relu(W·x + b), or says what does not fit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.tensors.plane_layer import PlaneLayer, through

ROWS = st.lists(st.lists(st.integers(-3, 3), max_size=4), max_size=4)


def test_relu_leaves_nothing_below_zero() -> None:
    layer = PlaneLayer.model_validate({"W": [[1, 2], [0, -1]], "b": [0.5, 0], "relu": True})
    assert layer.of(np.array([[1.0, 1.0], [-1.0, 2.0]])).tolist() == [[3.5, 0], [3.5, 0]]


def test_layers_are_passed_in_their_order() -> None:
    doubled = PlaneLayer.model_validate({"W": [[2, 0], [0, 2]]})
    moved = PlaneLayer.model_validate({"W": [[1, 0], [0, 1]], "b": [1, 0]})
    assert through([doubled, moved], np.ones((1, 2))).tolist() == [[3, 2]]
    assert through([moved, doubled], np.ones((1, 2))).tolist() == [[4, 2]]


@given(ROWS, st.lists(st.integers(-3, 3), max_size=4))
def test_what_does_not_fit_is_named_and_can_be_cut_or_filled_up(rows: list[list[int]], b: list[int]) -> None:
    layer = PlaneLayer.model_validate({"W": rows, "b": b})
    fits = [len(row) for row in rows] == [2, 2] and len(b) == 2
    assert (layer.misfit is None) == fits
    assert layer.fitted().misfit is None
    if fits:
        assert layer.fitted() == layer


@pytest.mark.parametrize("entry", [1001, "NaN", None, float("inf")])
def test_a_number_without_a_place_on_the_page_is_refused(entry: object) -> None:
    with pytest.raises(ValidationError):
        PlaneLayer.model_validate({"W": [[entry, 0], [0, 1]]})
