"""A refusal has its place; its fixes are whole questions where a lesson asks."""

from typing import Any

import pytest
from pydantic import BaseModel

from app.autodiff.parser import parse
from app.autodiff.refusals import LONGEST_TITLE, refusal, replaced, whole_fixes
from app.errors import InvalidError


class Asked(BaseModel):
    """A question of a lesson that calls its expression a function."""

    function: str
    values: dict[str, Any]


def test_even_nothing_has_a_place_of_one_character() -> None:
    place = refusal("empty", "Nothing is there.", 3).problem.place
    assert place
    assert (place.start, place.end) == (3, 4)


def test_a_long_expression_is_shortened_in_its_title_only() -> None:
    fix = replaced("x + " * 20 + "x")
    assert len(fix["title"]) == LONGEST_TITLE + 1
    assert fix["question"]["expression"] == "x + " * 20 + "x"


def test_fixes_become_whole_questions() -> None:
    question = Asked(function="2x", values={"x": 1})
    with pytest.raises(InvalidError) as refused, whole_fixes(question, "function"):
        parse(question.function)
    (fix,) = refused.value.problem.fixes or ()
    assert fix == {"title": "2 * x", "question": {"function": "2 * x", "values": {"x": 1}}}


def test_what_has_no_fixes_stays_so() -> None:
    with pytest.raises(InvalidError) as refused, whole_fixes(Asked(function="x +", values={})):
        parse("x +")
    assert refused.value.problem.fixes is None
