"""Misfit: the first thing in a question that does not fit its model, in the words of the playground."""

import re
from collections.abc import Mapping
from typing import Any

from app.errors import Problem, echo

WHAT: Mapping[str, str] = {
    "missing": "{place} is missing.",
    "extra_forbidden": "{place} is not a field here.",
    "union_tag_not_found": "{place} does not say what it is.",
    "string_unicode": "{place} holds half a character.",
}
"""What happened; everything else does not fit."""
EXPECTED: Mapping[str, str] = {
    "missing": "a value, for it has no default",
    "extra_forbidden": "only fields that the page /api names",
    "union_tag_invalid": "{discriminator}: one of {expected_tags}",
    "union_tag_not_found": "a field {discriminator}",
    "literal_error": "one of {expected}",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a whole number of fewer digits",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number that float64 can hold",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "a string",
    "string_unicode": "a string of whole characters",
    "string_too_long": "at most {max_length} characters",
    "tuple_type": "a list",
    "list_type": "a list",
    "too_long": "at most {max_length} in the list",
    "too_short": "at least {min_length} in the list",
    "model_type": "an object with named fields",
    "model_attributes_type": "an object with named fields",
    "byte_size": "a size, such as 500 MB or 10 GB",
    "byte_size_unit": "a size, such as 500 MB or 10 GB",
    "dict_type": "an object with named fields",
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than": "less than {lt}",
    "less_than_equal": "{le} or less",
}
"""What would have fitted, with the numbers of pydantic's context; other errors bring their own words."""


def misfit(first: Mapping[str, Any], sent: Any) -> Problem:
    """One of pydantic's errors as a problem; `sent` is the whole that was checked."""
    kind, context = first["type"], first.get("ctx", {})
    return Problem(
        code=kind,
        what=WHAT.get(kind, "{place} does not fit.").format(place=place(first["loc"], sent)),
        expected=expected(kind, context) or own_words(first["msg"]),
        got="" if kind == "missing" else echo(first.get("input")),
        hint="The page /api shows each field with its limits and an example.",
    )


def expected(kind: str, context: Mapping[str, Any]) -> str:
    """What would have fitted."""
    numbers = {name: f"{value:g}" if isinstance(value, float) else value for name, value in context.items()}
    return EXPECTED.get(kind, "").format(**numbers).replace("'", "")


def own_words(message: str) -> str:
    """The message of a check of ours, without what pydantic writes before it."""
    return re.sub(r"^(Input should be|Value error,) ", "", message)


def place(location: tuple[str | int, ...], sent: Any) -> str:
    """`("body", "ops", 0, "reshape", "shape", 1)` as `ops[0].shape[1]`: tags of a union were never sent."""
    names = ""
    for i, part in enumerate(location[1:], start=2):
        if isinstance(part, int):
            names += f"[{part}]"
        elif i == len(location) or (isinstance(sent, dict) and part in sent):
            names += f".{part}"
        else:
            continue
        sent = inside(sent, part)
    return names.lstrip(".") or f"The {location[0]}"


def inside(whole: Any, part: str | int) -> Any:
    """A part of what was sent, None where there is none."""
    try:
        return whole[part]
    except (KeyError, IndexError, TypeError):
        return None
