"""Tensors of a run are put into a question wherever it names one, or other questions are proposed."""

from collections.abc import Iterator

import numpy as np
import pytest
from pydantic import BaseModel

from app.errors import UnknownError
from app.tensors.operand import Operand
from app.tensors.real import changes, with_numbers


class Question(BaseModel):
    """A question as lessons have them: operands alone, under names, or none."""

    a: Operand
    b: Operand | None = None
    variables: dict[str, Operand] = {}
    op: str = "add"


class Found:
    """A run whose only step is 7 and in which every tensor is [1, 2]."""

    def __call__(self, operand: Operand) -> Operand:
        """The operand, if it is of step 7."""
        if operand.step not in (None, 7):
            raise UnknownError("unknown_step", "There is no such step.")
        return operand.found("mine", 7, np.array([1, 2]))

    def instead(self, operand: Operand) -> Iterator[tuple[str, Operand]]:
        """The same of step 7."""
        yield "after 7 updates", operand.model_copy(update={"step": 7})


def test_every_operand_of_a_run_gets_its_numbers_and_no_other_changes() -> None:
    question = Question(a=Operand(name="b1"), b=Operand(values=3), variables={"W": Operand(name="b2")})
    answered = with_numbers(question, Found())
    assert answered.a.tensor().tolist() == answered.variables["W"].tensor().tolist() == [1, 2]
    assert (answered.b, answered.a.run, answered.a.step) == (question.b, "mine", 7)


def test_without_one_there_is_nothing_to_look_up() -> None:
    assert changes(Question(a=Operand(values=1)), Found()) == {}


def test_in_a_fix_all_that_came_from_one_step_goes_along() -> None:
    lost = Question(
        a=Operand(name="b1", run="mine", step=8),
        b=Operand(name="b2", run="mine", step=7),
        variables={"W": Operand(name="b2", run="mine", step=8), "x": Operand(values=1)},
    )
    with pytest.raises(UnknownError) as refused:
        with_numbers(lost, Found())
    (fix,) = refused.value.problem.fixes or ()
    assert fix["title"] == "after 7 updates"
    mended = with_numbers(Question.model_validate(fix["question"]), Found())
    assert {mended.a.step, mended.b and mended.b.step, mended.variables["W"].step} == {7}
    assert mended.variables["W"].name == "b2"
