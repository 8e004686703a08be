"""Layout: how a tensor lies in memory, also of one that is too large to be made."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.tensors.slices import Cut
from app.tensors.spelling import Shape, Tensor

NAMES = ("columns", "rows", "layers", "blocks", "rows of blocks", "layers of blocks")
"""Of the axes, from the last, as they are drawn."""


@dataclass(frozen=True)
class Layout:
    """Shape, dtype and strides: all that NumPy knows of a tensor, apart from its values."""

    shape: Shape
    dtype: np.dtype[Any]
    strides: Shape
    """Bytes from one number to the next along each axis."""

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return math.prod(self.shape)

    @property
    def bytes(self) -> int:
        """What the numbers take up."""
        return self.size * self.dtype.itemsize

    def cut(self, cuts: Sequence[Cut]) -> "Layout":
        """The layout after a slice: a view, so each stride is as long as its step."""
        kept = [cut for cut in cuts if cut.kept]
        # Where nothing is kept NumPy takes no step.
        strides = tuple((cut.step if cut.length else 1) * self.strides[cut.axis] for cut in kept)
        return Layout(tuple(cut.length for cut in kept), self.dtype, strides)


def layout_of(tensor: Tensor) -> Layout:
    """The layout that NumPy chose."""
    return Layout(tensor.shape, tensor.dtype, tensor.strides)


def row_by_row(shape: Shape, dtype: np.dtype[Any]) -> Layout:
    """The layout that NumPy would choose: the last axis runs fastest."""
    strides = (math.prod(shape[axis + 1 :]) * dtype.itemsize for axis in range(len(shape)))
    return Layout(shape, dtype, tuple(strides))


def axis_names(rank: int) -> tuple[str, ...]:
    """What the axes are called: entries of a vector, rows and columns of a matrix, layers of those."""
    return ("entries",) if rank == 1 else NAMES[:rank][::-1]
