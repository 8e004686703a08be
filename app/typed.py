"""What was typed on the command line, in the form in which the rooms take it; a misfit is told by name."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from app.errors import InvalidError, Problem
from app.web.misfit import misfit

OPTIMIZER_OPTIONS = {"learning_rate", "momentum", "nesterov", "rho", "beta_1", "beta_2"}

Model = TypeVar("Model")


def given(options: dict[str, Any]) -> dict[str, Any]:
    """Only the options that somebody used."""
    return {name: value for name, value in options.items() if value is not None}


def checked(make: Callable[..., Model], *typed: str, **fields: Any) -> Model:
    """A model from what was typed; a misfit is told by name."""
    try:
        return make(*typed, **fields)
    except ValidationError as error:
        raise InvalidError(**dict(unfit(error.errors()[0], *typed, **fields))) from error


def unfit(first: Mapping[str, Any], *typed: str, **fields: Any) -> Problem:
    """What does not fit: a question as the web tells it, or else an option."""
    if first["type"] == "json_invalid":
        hint = "Check the quotes and commas there; for a shell the whole stands between single quotes."
        return Problem(code="json_invalid", what=f"This is no JSON: {first['ctx']['error']}.", hint=hint)
    found = misfit({**first, "loc": ("question", *first["loc"])}, from_json(typed[0]) if typed else fields)
    return found if typed else found.model_copy(update={"hint": "--help behind a command lists its options."})


def spec_fields(options: dict[str, Any]) -> dict[str, Any]:
    """The options of `train` in the shape of a spec: what belongs to the optimizer moves into it."""
    optimizer = {name: options.pop(name) for name in OPTIMIZER_OPTIONS & options.keys()}
    optimizer["name"] = options.pop("optimizer")
    if layers := options.pop("hidden", None):
        options["hidden"] = [hidden_layer(text) for text in layers if text != "none"]
    return {**options, "optimizer": optimizer}


def hidden_layer(text: str) -> dict[str, int | str]:
    """`512:relu` as a layer of a spec; the activation may be left out."""
    units, _, activation = text.partition(":")
    number = units.isdecimal() and len(units) < 10
    layer: dict[str, int | str] = {"units": int(units) if number else units}
    return layer | ({"activation": activation} if activation else {})
