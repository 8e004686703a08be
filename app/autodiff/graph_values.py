"""Graph values: what the variables of an expression are, typed number by number or taken from a run."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import numpy as np
from pydantic import Discriminator, Tag

from app.tensors.nested import typed
from app.tensors.operand import Operand
from app.tensors.spelling import Tensor


def kind(value: Any) -> str:
    """Whether a value is typed, or names a tensor of a run."""
    names = isinstance(value, Operand) or (isinstance(value, dict) and "name" in value)
    return "real" if names else "typed"


Value = Annotated[Annotated[Operand, Tag("real")] | Annotated[Any, Tag("typed")], Discriminator(kind)]
"""3, [[1, 2]], or {"name": "W1", "slice": "400, 7"} of a run."""


def tensors(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, Tensor]:
    """The tensor of each of these names; of a run in float64, in which a graph computes.

    Errors: those of `typed` and of `Operand.tensor`.
    """
    return {name: tensor(values[name], name) for name in names}


def tensor(value: Any, name: str) -> Tensor:
    """One of them."""
    if isinstance(value, Operand):
        return value.tensor(name).astype(np.float64)
    return typed(value, name)


def texts(values: Mapping[str, Any]) -> dict[str, str]:
    """Those that come from a run as code; the others are written number by number."""
    real = {name: value for name, value in values.items() if isinstance(value, Operand)}
    return {name: f'{value.code()}.astype("float64")' for name, value in real.items()}
