"""Syntax: the tree of an expression as Python's own parser reads it, or the character where it gives up."""

import ast

from app.autodiff.refusals import refusal
from app.errors import InvalidError


def syntax_tree(expression: str) -> ast.expr:
    """The tree of an expression; its places are those of the text.

    Errors with `place`: `syntax_error`, `too_deep`.
    """
    # Python takes blanks in front for an indented block, and ends at the first line.
    text = expression.translate({ord(blank): " " for blank in "\t\n\r\v\f"}).rstrip()
    indent = len(text) - len(text.lstrip())
    try:
        return shifted(ast.parse(text[indent:], mode="eval").body, indent)
    except SyntaxError as error:
        raise syntax_error(text, error, indent) from None
    except (RecursionError, MemoryError):
        raise refusal("too_deep", "The expression has too many brackets in brackets.", 0) from None


def shifted(tree: ast.expr, indent: int) -> ast.expr:
    """The tree with the places of a text that is so much longer in front."""
    for part in ast.walk(tree) if indent else ():
        if isinstance(part, ast.expr):
            part.col_offset += indent
            part.end_col_offset = (part.end_col_offset or 0) + indent
    return tree


def syntax_error(text: str, error: SyntaxError, indent: int) -> InvalidError:
    """What to say about a text that is no expression."""
    place = error.offset - 1 + indent if error.offset else len(text)
    expected, got = expectation(text, place)
    return refusal("syntax_error", what(text, place, error.msg), place, expected=expected, got=got)


def what(text: str, place: int, message: str) -> str:
    """The mistake in a sentence."""
    if "never closed" in message:
        return f"The bracket at character {place} is never closed."
    if "unmatched" in message:
        return f"The bracket at character {place} was never opened."
    if "nested" in message:
        return "The expression has too many brackets in brackets."
    if place >= len(text):
        return "The expression ends where a number, a variable or a function is missing."
    return f"{text[place]!r} at character {place} stands where it cannot."


def expectation(text: str, place: int) -> tuple[str, str]:
    """What could stand there, and what does."""
    if place >= len(text) or text[place] in "*/@),":
        return "a number, a variable or a function", text[place : place + 1] or "the end"
    return "an expression such as x * w + b", text[place:][:20]
