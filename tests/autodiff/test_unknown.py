"""A name that is not known gets the nearest that are."""

import pytest

from app.autodiff.parser import parse
from app.errors import InvalidError, Problem


def refused(expression: str) -> Problem:
    """Why there is no graph, for the variables of the chapter."""
    with pytest.raises(InvalidError) as error:
        parse(expression, ("x", "w", "b", "y_true"))
    return error.value.problem


def fixes(problem: Problem) -> list[tuple[str, str]]:
    """What is offered: titles and expressions."""
    return [(fix["title"], fix["question"]["expression"]) for fix in problem.fixes or ()]


def test_the_nearest_variable_is_offered_wherever_the_name_stands() -> None:
    problem = refused("abs(y_tru - x) * y_tru")
    assert fixes(problem) == [("y_true", "abs(y_true - x) * y_true")]
    assert problem.expected == "b, w, x, y_true"


def test_the_nearest_function_is_offered() -> None:
    assert ("sigmoid", "sigmoid(x)") in fixes(refused("sigmod(x)"))
    assert ("maximum", "maximum(x, w)") in fixes(refused("maximun(x, w)"))
    assert "relu" in refused("leaky_thing(x)").expected


def test_a_function_without_its_brackets_is_told_so() -> None:
    assert refused("abs").hint == "As a function it is called: abs(…)."


def test_a_number_of_operands_is_counted() -> None:
    problem = refused("maximum(x)")
    assert (problem.expected, problem.got) == ("2 operands", "1")
    assert refused("abs(x, w)").expected == "1 operand"
