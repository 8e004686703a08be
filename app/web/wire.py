"""Tensors on the wire: from NumPy straight to JSON, without a Python object for every number."""

import math
from typing import Any, Literal

import numpy as np
import orjson
from numpy.typing import NDArray
from starlette.responses import JSONResponse

from app.tensors.spelling import words

Number = float | Literal["NaN", "Infinity", "-Infinity"]
"""A number as JSON can carry it."""


class TensorResponse(JSONResponse):
    """A JSON response whose content may hold tensors."""

    def render(self, content: Any) -> bytes:
        """The content as JSON."""
        return tensor_json(content)


def tensor_json(content: Any) -> bytes:
    """JSON text of lists, dicts, numbers, strings and finite tensors; others are made `jsonable` first."""
    # A view (a crop, a transpose) is not one piece of memory; only then a copy is made.
    return orjson.dumps(content, default=np.ascontiguousarray, option=orjson.OPT_SERIALIZE_NUMPY)


def jsonable(tensor: NDArray[np.float32]) -> NDArray[np.float32] | list[Any]:
    """A tensor that JSON can hold: NaN and the infinities, for which it has no numbers, become words."""
    if np.isfinite(tensor).all():
        return tensor
    nested: list[Any] = words(tensor)
    return nested


def number(value: float | np.float32) -> Any:
    """A number that JSON can hold: `jsonable` for one alone."""
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
