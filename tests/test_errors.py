"""Errors are sentences."""

from app.errors import LONGEST_TEXT, InvalidError, echo


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


def test_no_text_of_a_problem_is_longer_than_one_reads() -> None:
    assert len(InvalidError("code", "x" * 10_000).problem.what) <= LONGEST_TEXT + 1


def test_what_came_is_echoed_as_json_however_deep_or_odd() -> None:
    deep: object = 1
    for _ in range(5_000):
        deep = [deep]
    assert echo(deep).endswith("[…")
    assert [echo(value) for value in (None, True, "\ud800", 1.5, {"a": [1]})] == [
        "null", "true", '"\\ud800"', "1.5", '{"a": [1]}',
    ]  # fmt: skip


def test_ways_out_are_added_or_there_are_none() -> None:
    refusal = InvalidError("code", "what", got="it")
    assert refusal.with_fixes([{"title": "so"}]).problem.fixes == ({"title": "so"},)
    assert refusal.with_fixes([]).problem == refusal.problem
