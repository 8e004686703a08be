"""An operand is typed or filled, and writes itself as code."""

import numpy as np
import pytest
from pydantic import ValidationError

from app.errors import InvalidError
from app.tensors.limits import MOST_FILLED, MOST_REAL
from app.tensors.operand import Operand, most_elements


def test_a_shape_is_filled_with_0_1_2() -> None:
    assert Operand(shape=(2, 3)).tensor().tolist() == [[0, 1, 2], [3, 4, 5]]
    assert Operand(shape=()).tensor().tolist() == 0


def test_typed_values_keep_their_kind() -> None:
    assert Operand(values=[1, 2]).tensor().dtype == np.int64
    assert Operand(values=[1, 2.5]).tensor().dtype == np.float64
    assert Operand(values=["NaN", 1]).tensor().dtype == np.float64


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"values": 1, "shape": [1]},
        {"values": 1, "name": "W1"},
        {"run": "recorded", "step": 0},
        {"values": 1, "run": "recorded"},
        {"values": [1, 2], "slice": "0"},
        {"name": "W1", "step": -1},
        {"size": 3},
        {"shape": [1.5]},
        {"shape": ["2"]},
        {"shape": [True]},
    ],
)
def test_it_is_one_of_three(given: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Operand.model_validate(given)


@pytest.mark.parametrize("operand", [Operand(shape=(2, 3)), Operand(values=[[1.5, "NaN"], [0, "-Infinity"]])])
def test_its_code_makes_the_same_tensor(operand: Operand) -> None:
    made = eval(operand.code(), {"np": np})
    assert np.array_equal(made, operand.tensor(), equal_nan=True)


@pytest.mark.parametrize("operand", [Operand(shape=(6,)), Operand(values=[1, 2, 3, 4, 5, "NaN"])])
def test_reshaped_it_has_the_same_numbers(operand: Operand) -> None:
    reshaped = operand.reshaped((2, 3)).tensor()
    assert reshaped.shape == (2, 3)
    assert np.array_equal(reshaped.ravel(), operand.tensor(), equal_nan=True)


def test_a_tensor_of_a_run_has_its_numbers_once_they_are_found() -> None:
    named = Operand(name="W1", run="recorded")
    with pytest.raises(InvalidError, match="no run is at hand"):
        named.tensor("a")
    found = named.found("recorded", 938, np.ones((2, 3), np.float32).T)
    assert found.tensor().tolist() == [[1, 1]] * 3
    assert found.code() == 'np.load("recorded-938-tensors.npz")["W1"]'
    assert found.model_dump(exclude_none=True) == {"name": "W1", "run": "recorded", "step": 938}


def test_a_slice_of_it_is_cut_out_in_the_numbers_and_in_the_code() -> None:
    numbers = np.arange(12, dtype=np.float32).reshape(3, 4)
    found = Operand(name="W1", slice=":,1:3", run="recorded").found("recorded", 2, numbers)
    assert found.tensor().tolist() == [[1, 2], [5, 6], [9, 10]]
    assert found.code() == 'np.load("recorded-2-tensors.npz")["W1"][:, 1:3]'
    with pytest.raises(InvalidError, match="no index 4"):
        Operand(name="W1", slice="0, 4").found("recorded", 2, numbers)


def test_a_result_may_be_larger_where_a_tensor_of_a_run_takes_part() -> None:
    assert most_elements(Operand(values=1), None) == MOST_FILLED
    assert most_elements(Operand(values=1), Operand(name="W1")) == MOST_REAL
