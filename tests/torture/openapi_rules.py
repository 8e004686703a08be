"""Hooks for Schemathesis: a check of our own, and what its checks cannot know of these calls."""

from typing import Any

import schemathesis

from app.errors import Problem
from app.web.errors import ErrorAnswer
from app.web.misfit import EXPECTED

MISFITS = EXPECTED.keys() - {"int_type"}
"""What a schema should have told; except that 1.0 is a whole number to a JSON schema, and not to us."""
PARTS = {"code", "what", "expected", "got", "hint"}


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
    an end): then one of our own errors says why.
    """
    if failure.__class__.__name__ == "RejectedPositiveData":
        return Problem.model_validate(response.json()["error"]).code in MISFITS
    return True
