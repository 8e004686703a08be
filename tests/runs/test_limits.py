"""Limits: without a word nothing is deleted, and one run trains at a time."""

from app.runs.limits import Limits


def test_without_a_word_nothing_that_was_learned_is_deleted() -> None:
    limits = Limits()
    assert (limits.keep_days, limits.keep_bytes) == (None, None)
    assert limits.parallel == 1
