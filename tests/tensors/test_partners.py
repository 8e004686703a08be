"""An operation gets as many tensors as it takes, or a lesson."""

from typing import Any

import pytest

from app.errors import InvalidError
from app.tensors.partners import OperationQuestion, operands_of

A = {"values": [1, 2]}


def test_the_operands_are_tensors() -> None:
    question = OperationQuestion.model_validate({"op": "add", "a": A, "b": {"shape": [2]}})
    assert [operand.tolist() for operand in operands_of(question)] == [[1, 2], [0, 1]]


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("missing_operand", {"op": "add", "a": A}),
        ("one_operand_too_many", {"op": "relu", "a": A, "b": A}),
        ("negative_integer_power", {"op": "power", "a": A, "b": {"values": -1}}),
    ],
)
def test_each_misfit_comes_with_a_way_out(code: str, asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidError) as refused:
        operands_of(OperationQuestion.model_validate(asked))
    problem = refused.value.problem
    assert problem.code == code
    assert problem.fixes
    assert operands_of(OperationQuestion.model_validate(problem.fixes[0]["question"]))


def test_a_fraction_may_be_raised_to_a_negative_power() -> None:
    asked = OperationQuestion.model_validate({"op": "power", "a": {"values": [0.5]}, "b": {"values": -1}})
    assert len(operands_of(asked)) == 2
