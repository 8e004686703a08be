"""A way out is a whole question, one change away."""

import pytest
from pydantic import BaseModel

from app.errors import InvalidError
from app.tensors.fixes import common_shape, fix, tensor_of
from app.tensors.operand import Operand


class Two(BaseModel):
    """A question about two tensors."""

    a: Operand
    b: Operand | None


QUESTION = Two(a=Operand(shape=(2, 3)), b=Operand(values=[5, 7]))


def test_only_what_is_changed_differs() -> None:
    assert fix("without b", QUESTION, b=None) == {"title": "without b", "question": {"a": {"shape": [2, 3]}}}


def test_shapes_that_fit_have_a_common_one() -> None:
    assert common_shape(QUESTION, (2, 1), (3,)) == (2, 3)


def test_a_result_that_is_too_large_comes_with_a_question_whose_result_is_not() -> None:
    large = Two(a=Operand(shape=(4096,)), b=Operand(shape=(4096, 1)))
    with pytest.raises(InvalidError) as refused:
        common_shape(large, (4096,), (4096, 1))
    (way,) = refused.value.problem.fixes or ()
    assert way["question"] == {"a": {"shape": [256]}, "b": {"shape": [256, 1]}}


def test_shapes_that_do_not_fit_come_with_questions_that_do() -> None:
    with pytest.raises(InvalidError) as refused:
        common_shape(QUESTION, (2, 3), (2,))
    fixes = refused.value.problem.fixes or ()
    assert fixes[0] == {
        "title": "b.reshape((2, 1))",
        "question": {"a": {"shape": [2, 3]}, "b": {"values": [[5], [7]]}},
    }
    for way in fixes:
        fixed = Two.model_validate(way["question"])
        assert fixed.b
        assert common_shape(fixed, fixed.a.tensor().shape, fixed.b.tensor().shape)


def test_an_operand_that_is_no_tensor_is_called_by_its_name_and_evened() -> None:
    with pytest.raises(InvalidError, match=r"b\[1\] is a list of 1") as refused:
        tensor_of(Two(a=Operand(values=1), b=Operand(values=[5, [7]])), "b")
    assert refused.value.problem.fixes == (
        {"title": "all along one axis", "question": {"a": {"values": 1}, "b": {"values": [5, 7]}}},
    )


def test_no_fix_is_offered_that_would_be_refused_for_the_other_operand() -> None:
    with pytest.raises(InvalidError) as refused:
        tensor_of(Two(a=Operand(values="x"), b=Operand(values=[5, [7]])), "b")
    assert refused.value.problem.fixes is None
