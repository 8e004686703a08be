"""A trace is told in steps and comes with code."""

import pytest
from pydantic import ValidationError

from app.tensors.trace import Code, Step, Trace


def test_a_trace_needs_its_code() -> None:
    assert Trace(code=Code(numpy="result = 1")).code.keras is None
    with pytest.raises(ValidationError):
        Trace.model_validate({})


def test_a_step_is_a_title_and_a_sentence() -> None:
    assert set(Step.model_fields) == {"title", "text"}
