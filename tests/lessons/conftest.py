"""What the tests of the lessons share: how code strips are executed, and NumPy's own answer."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from pydantic import BaseModel

from app.errors import InvalidError
from app.network.backend import keras
from app.tensors.operand import Operand
from app.tensors.operations import OPERATIONS
from app.tensors.shown import Shown
from app.tensors.spelling import words


@pytest.fixture(scope="session")
def keras_lines() -> Callable[[str], Any]:
    """Run the lines of a Keras strip; returns their `result` as NumPy sees it."""

    def run(lines: str) -> Any:
        names: dict[str, Any] = {"keras": keras}
        exec(lines, names)
        return np.asarray(names["result"])

    return run


def numpy_answer(op: str, *given: Operand | None) -> Any:
    """What NumPy says to an operation on one or two tensors: a tensor or its refusal."""
    operands = [operand.tensor() for operand in given if operand]
    try:
        with np.errstate(all="ignore"):
            return np.asarray(OPERATIONS[op].apply(*operands))
    except (ValueError, TypeError) as refusal:
        return refusal


def same(told: Shown, expected: Any) -> bool:
    """Whether a tensor is told exactly as NumPy has it: shape, dtype and every number."""
    return (told.shape, told.dtype, told.values) == (expected.shape, str(expected.dtype), words(expected))


def mended(explain: Callable[[Any], Any], question: BaseModel) -> list[Any]:
    """The traces of the fixes with which a question is refused; there is at least one."""
    with pytest.raises(InvalidError) as refused:
        explain(question)
    assert refused.value.problem.fixes
    return [explain(type(question).model_validate(fix["question"])) for fix in refused.value.problem.fixes]
