"""Affine: a map of the plane, x -> W·x + b, and what two of them in a row are."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from app.tensors.spelling import Tensor

GRID = np.stack(np.meshgrid(np.arange(-4, 5) / 2, np.arange(-4, 5) / 2), -1)
"""(9, 9, 2): points half a unit apart, from (-2, -2) to (2, 2)."""
GRID_CODE = """axis = np.arange(-4, 5) / 2
points = np.stack(np.meshgrid(axis, axis), -1).reshape(-1, 2)"""
ROUNDED = 1e-12
"""What is nearer to straight, or to no area, is a rounding error."""


@dataclass(frozen=True)
class Affine:
    """A dense layer of two numbers without its activation."""

    W: Tensor
    """(2, 2): its columns are where (1, 0) and (0, 1) go."""
    b: Tensor
    """(2,): where (0, 0) goes."""

    def of(self, points: Tensor) -> Tensor:
        """The images of points, one in each row (or deeper: the last axis is x and y)."""
        return points @ self.W.T + self.b

    def then(self, after: "Affine") -> "Affine":
        """One map that does this one and then the other: W2·(W1·x + b1) + b2."""
        return Affine(after.W @ self.W, after.W @ self.b + after.b)

    @property
    def determinant(self) -> float:
        """By what areas are multiplied; negative where the plane is turned over."""
        (a, b), (c, d) = self.W.tolist()
        return 0.0 if math.isclose(a * d, b * c, rel_tol=ROUNDED) else a * d - b * c


def bend(of: Callable[[Tensor], Tensor]) -> tuple[Tensor, Tensor] | None:
    """Three neighbours on a line of the grid whose images prove that a map is not affine, and the images.

    An affine map sends the middle one half way between the others. The worst case; None if there is none.
    """
    rows, columns = (sliding_window_view(GRID, 3, axis).reshape(-1, 2, 3) for axis in (1, 0))
    threes = np.concatenate([rows, columns]).transpose(0, 2, 1)
    images = of(threes)
    off = np.abs(images[:, 1] - images[:, ::2].mean(1)).max(1)
    worst = off.argmax()
    return (threes[worst], images[worst]) if off[worst] > ROUNDED * (1 + np.abs(images).max()) else None
