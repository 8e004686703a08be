"""Refusals: errors that point at a character of an expression, and offer expressions that are none."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

from app.errors import InvalidError, TextPlace
from app.tensors.alignment import Fix

LONGEST_TITLE = 40


def refusal(
    code: str, what: str, at: int, text: str = "", fixes: Iterable[Fix] = (), **details: Any
) -> InvalidError:
    """An error at a character of the expression, counted from 0, where this text stands."""
    place = TextPlace(start=at, end=at + max(len(text), 1))
    return InvalidError(code, what, place=place, fixes=tuple(fixes) or None, **details)


def replaced(expression: str, title: str = "") -> Fix:
    """A way out: another expression in the same question."""
    shortened = expression if len(expression) <= LONGEST_TITLE else f"{expression[:LONGEST_TITLE]}…"
    return {"title": title or shortened, "question": {"expression": expression}}


@contextmanager
def whole_fixes(question: BaseModel, field: str = "expression") -> Iterator[None]:
    """Whatever is refused meanwhile offers whole questions: this one, with what is to be changed in it.

    `field` is how the question calls its expression.
    """
    asked = question.model_dump(mode="json", exclude_none=True)
    try:
        yield
    except InvalidError as error:
        problem = error.problem
        fixes = [
            {**fix, "question": {**asked, field: fix["question"]["expression"]}}
            for fix in problem.fixes or ()
        ]
        error.problem = problem.model_copy(update={"fixes": tuple(fixes) or None})
        raise
