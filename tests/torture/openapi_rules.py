"""Hooks for Schemathesis: a check of our own, and what its checks cannot know of these calls."""

from typing import Any

import schemathesis

from app.errors import Problem
from app.web.errors import ErrorAnswer
from app.web.misfit import EXPECTED

MISFITS = EXPECTED.keys() - {"int_type"}
"""What a schema should have told; except that 1.0 is a whole number to a JSON schema, and no pixel."""
PARTS = {"code", "what", "expected", "got", "hint"}
LENIENT = ("Incorrect type", "Non-unique items")


@schemathesis.check
def errors_teach(
    _context: schemathesis.CheckContext, response: schemathesis.Response, _case: schemathesis.Case[Any]
) -> None:
    """Every refusal has the one shape, says what happened, and no other thing."""
    if response.status_code >= 400:
        error = response.json()["error"]
        assert error.keys() >= PARTS, error
        assert ErrorAnswer.model_validate_json(response.content, strict=True).error.what


@schemathesis.hook
def filter_failure(
    _context: schemathesis.HookContext,
    failure: Exception,
    _case: schemathesis.Case[Any],
    response: schemathesis.Response,
) -> bool:
    """Whether a failure is one.

    A question that fits its schema may still make no sense (shapes that do not meet, an expression without
    an end): then one of our own errors says why. And numbers are read as pydantic reads them: "5" is 5.
    """
    if failure.__class__.__name__ == "RejectedPositiveData":
        return Problem.model_validate(response.json()["error"]).code in MISFITS
    if failure.__class__.__name__ == "AcceptedNegativeData":
        return not any(word in str(failure) for word in LENIENT)
    return True
