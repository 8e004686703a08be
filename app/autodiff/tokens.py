"""Tokens: what may stand in an expression, character by character, before anybody asks what it means."""

import keyword
import re
from collections.abc import Iterator

from app.autodiff.refusals import refusal, replaced
from app.errors import InvalidError

LONGEST = 500
"""Characters of an expression."""
TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<sign>\*\*|[-+*/@(),])",
    re.ASCII,
)
MEANT = {
    "^": "**", "×": "*", "·": "*", "⋅": "*", "∗": "*", "−": "-", "–": "-", "÷": "/", "²": "**2", "³": "**3",
    "[": "(", "]": ")", "{": "(", "}": ")",
}  # fmt: skip
HINTS = {
    "=": "The result needs no name here, and functions take no options.",
    ".": "Functions stand without a module: abs(x).",
    "%": "There is no remainder here: it has no useful gradient.",
}


def check(expression: str) -> None:
    """Refuse what no expression can hold, at the first character of it.

    Errors with `place`: `empty_expression`, `expression_too_long`, `unknown_character`, `missing_operation`,
    `unknown_word`.
    """
    if len(expression) > LONGEST:
        raise refusal(
            "expression_too_long",
            "The expression is too long.",
            LONGEST,
            expression[LONGEST:],
            expected=f"at most {LONGEST} characters",
            got=str(len(expression)),
        )
    if not expression.strip():
        raise refusal("empty_expression", "There is no expression.", 0, expected="as in x * w + b")
    before = ""
    for kind, token, place in tokens(expression):
        if keyword.iskeyword(token):
            raise unknown_word(token, place)
        if begins_operand(kind, token, before):
            raise missing_operation(expression, token, place)
        before = ends_operand(kind, token)


def tokens(expression: str) -> Iterator[tuple[str, str, int]]:
    """Each token with its kind and its place."""
    place = 0
    while place < len(expression):
        found = TOKEN.match(expression, place)
        if found:
            yield found.lastgroup or "", found[0], place
            place = found.end()
        elif expression[place].isspace() and expression[place].isascii():
            place += 1
        else:
            raise unknown_character(expression, place)


def ends_operand(kind: str, token: str) -> str:
    """What kind of operand ends here: a number, a name, a bracket; or none."""
    return kind if kind != "sign" else {")": "bracket"}.get(token, "")


def begins_operand(kind: str, token: str, before: str) -> bool:
    """Whether an operand begins here right behind another; a name before a bracket is a call."""
    if token == "(":
        return before in {"number", "bracket"}
    return bool(before) and kind != "sign"


def unknown_character(expression: str, place: int) -> InvalidError:
    """What to say about a character that means nothing here."""
    character = expression[place]
    meant = "".join(MEANT.get(c, c) for c in expression)
    instead = MEANT.get(character)
    return refusal(
        "unknown_character",
        f"{character!r} at character {place} means nothing here.",
        place,
        expected="letters, digits and + - * / ** @ ( ) ,",
        got=repr(character),
        hint=f"Write {instead} instead." if instead else HINTS.get(character, ""),
        fixes=[replaced(meant)] if instead and meant.isascii() else (),
    )


def missing_operation(expression: str, token: str, place: int) -> InvalidError:
    """What to say about two operands side by side."""
    return refusal(
        "missing_operation",
        f"Before {token!r} at character {place} an operation is missing.",
        place,
        token,
        expected="+ - * / ** or @ between two operands",
        hint="A product is written with a *.",
        fixes=[replaced(f"{expression[:place].rstrip()} * {expression[place:]}")],
    )


def unknown_word(word: str, place: int) -> InvalidError:
    """What to say about a word of Python that has a meaning of its own."""
    return refusal(
        "unknown_word",
        f"{word!r} at character {place} is a word of Python that means nothing here.",
        place,
        word,
        expected="numbers, variables and functions",
        got=word,
        hint="Give the variable another name.",
    )
