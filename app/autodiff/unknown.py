"""Unknown: what to say about names, calls and numbers that an expression cannot have."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from app.autodiff.operations.operation import Operation
from app.autodiff.operations.table import ALIASES, OPERATIONS, called
from app.autodiff.refusals import refusal, replaced
from app.errors import InvalidError
from app.tensors.alignment import Fix

RESERVED = frozenset({"np", "tf", "tape", "result", "gradients"})
"""Names that the lines of code use, beside grad_x."""
MOST_FIXES = 3


def check_variable(name: str, names: Collection[str] | None, expression: str, place: int) -> None:
    """Refuse a name that no variable has.

    Errors: `reserved_name`, `unknown_name`.
    """
    if name in RESERVED or name.startswith("grad_"):
        raise refusal(
            "reserved_name",
            f"The lines of code use the name {name!r} at character {place} for something else.",
            place,
            name,
            expected="another name",
            got=name,
        )
    if names is not None and name not in names:
        raise unknown_name(name, names, expression, place)


def unknown_name(name: str, names: Collection[str], expression: str, place: int) -> InvalidError:
    """What to say about a variable that has no value."""
    call = f"As a function it is called: {name}(…)." if called(name) else ""
    return refusal(
        "unknown_name",
        f"There is no variable {name!r}, at character {place}.",
        place,
        name,
        expected=", ".join(sorted(names)) or "numbers only",
        got=name,
        hint=call or "Give it a value, or another name.",
        fixes=renamed(expression, name, names),
    )


def unknown_function(name: str, expression: str, place: int) -> InvalidError:
    """What to say about a function that there is not."""
    return refusal(
        "unknown_function",
        f"There is no function {name!r}, at character {place}.",
        place,
        name,
        expected=", ".join(OPERATIONS),
        got=name,
        fixes=renamed(expression, name, {*OPERATIONS, *ALIASES}),
    )


def renamed(expression: str, name: str, known: Iterable[str]) -> list[Fix]:
    """The expression with the nearest known names instead of this one."""
    nearest = get_close_matches(name, sorted(known), MOST_FIXES)
    return [replaced(re.sub(rf"\b{name}\b", each, expression, flags=re.ASCII), each) for each in nearest]


def wrong_number_of_operands(name: str, operation: Operation, given: int, place: int) -> InvalidError:
    """What to say about a call with too few or too many operands."""
    return refusal(
        "wrong_number_of_operands",
        f"{name!r} at character {place} is called with {given}.",
        place,
        name,
        expected=f"{operation.arity} operand{'s' if operation.arity > 1 else ''}",
        got=str(given),
    )


def unknown_syntax(text: str, place: int) -> InvalidError:
    """What to say about syntax that means nothing here."""
    return refusal(
        "unknown_syntax",
        f"{text[:20]!r} at character {place} means nothing here.",
        place,
        text,
        expected="numbers, variables, + - * / ** @, and functions called by their names",
        got=text[:20],
    )


def number_too_large(place: int) -> InvalidError:
    """What to say about a constant beyond the numbers of 64 bits."""
    return refusal(
        "number_too_large",
        f"The number at character {place} is too large.",
        place,
        expected="at most 1.7e308",
    )
