"""How shapes, places and numbers are written: as NumPy writes them, or as JSON can carry them."""

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

Tensor = NDArray[Any]
Shape = tuple[int, ...]
Place = tuple[int, ...]


def spelt(shape: Shape) -> str:
    """A shape as Python writes it: (), (3,), (2, 3)."""
    return str(tuple(shape))


def at(place: Place) -> str:
    """A place in a nested list, as it is written in code: [0][2]."""
    return "".join(f"[{i}]" for i in place) or "the top"


def literal(tensor: Tensor) -> str:
    """The values as code, with NumPy's names for what is not finite."""
    listed = str(tensor.tolist())
    return re.sub(r"\b(nan|inf)\b", r"np.\1", listed) if tensor.dtype.kind == "f" else listed


def words(tensor: Tensor) -> Any:
    """The values as a nested list; NaN and the infinities, for which JSON has no numbers, are words."""
    if tensor.dtype.kind != "f" or np.isfinite(tensor).all():
        return tensor.tolist()
    spelled = np.asarray(tensor, object)
    spelled[np.isnan(tensor)] = "NaN"
    spelled[np.isposinf(tensor)] = "Infinity"
    spelled[np.isneginf(tensor)] = "-Infinity"
    return spelled.tolist()
