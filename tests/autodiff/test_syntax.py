"""Where Python's parser gives up, the character is named and what could stand there."""

import ast

import pytest

from app.autodiff.syntax import syntax_tree
from app.errors import InvalidError


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("x +", 3, "ends where a number, a variable or a function is missing"),
        ("  x + ", 5, "ends where"),
        ("(x", 0, "never closed"),
        (" 1 + (x", 5, "never closed"),
        ("x)", 1, "never opened"),
        (" x + * w", 5, "'*' at character 5"),
        ("abs(x,, w)", 6, "',' at character 6"),
        ("(" * 201 + "x", 200, "too many brackets"),
    ],
)
def test_the_place_is_that_of_the_text(text: str, place: int, said: str) -> None:
    with pytest.raises(InvalidError, match=said) as refused:
        syntax_tree(text)
    problem = refused.value.problem
    assert problem.place
    assert (problem.code, problem.place.start) == ("syntax_error", place)
    assert problem.expected


def test_blanks_in_front_are_counted() -> None:
    tree = syntax_tree("\n\t x * w")
    assert isinstance(tree, ast.BinOp)
    assert (tree.col_offset, tree.end_col_offset, tree.right.col_offset) == (3, 8, 7)


def test_what_python_cannot_hold_is_too_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    def overflow(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(ast, "parse", overflow)
    with pytest.raises(InvalidError, match="too many brackets"):
        syntax_tree("x")
