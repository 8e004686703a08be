"""Errors are sentences."""

from app.errors import InvalidError


def test_an_error_carries_what_was_expected_and_what_came() -> None:
    error = InvalidError("too_many", "Too many.", expected="1", got="2", hint="Take one away.")
    assert str(error) == "Too many."
    assert error.problem.model_dump(exclude_none=True) == {
        "code": "too_many",
        "what": "Too many.",
        "expected": "1",
        "got": "2",
        "hint": "Take one away.",
    }
