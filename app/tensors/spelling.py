"""How shapes, places and numbers are written: as NumPy writes them, or as JSON can carry them."""

import re
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Strict

Tensor = NDArray[Any]
Shape = tuple[int, ...]
Place = tuple[int, ...]
Whole = Annotated[int, Strict()]
"""A whole number as it comes: neither 2.0 nor "2" nor true becomes one."""
MOST_COUNTED = 10**18


def spelt(shape: Shape) -> str:
    """A shape as Python writes it: (), (3,), (2, 3)."""
    return str(tuple(shape))


def counted(count: int) -> str:
    """A number of things; one that nobody would read is not written out."""
    return f"{count:,}" if count <= MOST_COUNTED else "more than 10^18"


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
