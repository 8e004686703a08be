"""Tensors with names are read, and refused in words that teach."""

from typing import Any

import pytest

from app.autodiff.tape_inputs import TapeInputs
from app.errors import InvalidError, Problem


def refused(**given: Any) -> Problem:
    """What is said about such tensors."""
    with pytest.raises(InvalidError) as refusal:
        TapeInputs.model_validate(given).tensors()
    return refusal.value.problem


def test_tensors_are_numbers_of_64_bits_and_have_a_text() -> None:
    inputs = TapeInputs.model_validate(
        {"variables": {"x": {"values": 3}}, "constants": {"y": {"shape": [2, 2]}}}
    )
    assert {name: (str(t.dtype), t.tolist()) for name, t in inputs.tensors().items()} == {
        "x": ("float64", 3.0),
        "y": ("float64", [[0, 1], [2, 3]]),
    }
    assert inputs.texts() == {"x": "3.0", "y": "np.arange(4.0).reshape((2, 2))"}


@pytest.mark.parametrize("name", ["", "2x", "x y", "lambda", "tape", "np", "é", "x" * 40])
def test_what_is_no_name_is_refused(name: str) -> None:
    assert refused(variables={name: {"values": 1}}).code == "not_a_name"


def test_a_tensor_is_a_variable_or_a_constant_and_the_fixes_say_which() -> None:
    problem = refused(variables={"x": {"values": 1}}, constants={"x": {"values": 2}})
    assert [fix["title"] for fix in problem.fixes or ()] == ["x is a variable", "x is a constant"]
    for fix in problem.fixes or ():
        assert list(TapeInputs.model_validate(fix["question"]).tensors()) == ["x"]


@pytest.mark.parametrize(
    ("operand", "code", "shape"),
    [
        ({"shape": [2, 3, 4]}, "too_many_axes", (6, 4)),
        ({"values": []}, "no_elements", (2, 3)),
        ({"values": [[1, 2], [3]]}, "ragged", (2, 2)),
    ],
)
def test_a_tensor_that_does_not_fit_is_mended_by_a_fix(
    operand: Any, code: str, shape: tuple[int, ...]
) -> None:
    problem = refused(constants={"x": operand})
    assert problem.code == code
    assert problem.fixes
    assert TapeInputs.model_validate(problem.fixes[0]["question"]).tensors()["x"].shape == shape


def test_too_much_is_refused() -> None:
    assert refused(variables={"x": {"shape": [100, 100]}}).code == "too_many_elements"
    assert refused(variables={f"v{i}": {"values": 1} for i in range(30)}).code == "too_many_names"
