"""A race: optimizers go from one start over one landscape, and every step of theirs is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.descent.optimizers import Optimizer
from app.tensors.spelling import Tensor

Slope = Callable[[Tensor], tuple[Tensor, Tensor]]
"""Points (n, axes) to their losses (n,) and gradients (n, axes)."""


@dataclass(frozen=True)
class Path:
    """The way of one optimizer: `steps + 1` places, or fewer where it ends before."""

    points: Tensor
    """(places, axes)"""
    losses: Tensor
    """(places,)"""
    gradients: Tensor
    """(places, axes)"""
    arrived: bool
    """Whether it ended because its loss was low enough."""

    @property
    def is_finite(self) -> bool:
        """Whether all its numbers are numbers; if not, the last are the first that are none."""
        return bool(np.isfinite(self.points[-1]).all() and np.isfinite(self.gradients[-1]).all()) and bool(
            np.isfinite(self.losses[-1])
        )


def race(
    slope: Slope, optimizers: Sequence[Optimizer], start: Tensor, steps: int, until: float | None = None
) -> list[Path]:
    """The paths of all optimizers; one ends where its loss is at most `until`, or where numbers end.

    At each step the slope is asked once, for where all of them stand.
    """
    ways = [optimizer.way(start) for optimizer in optimizers]
    points = np.array([next(way) for way in ways])
    kept = [(points, *slope(points))]
    with np.errstate(all="ignore"):
        for _ in range(steps):
            points = np.array([way.send(gradient) for way, gradient in zip(ways, kept[-1][2], strict=True)])
            kept.append((points, *slope(points)))
    places, losses, gradients = (np.array(column) for column in zip(*kept, strict=True))
    return [path(places[:, i], losses[:, i], gradients[:, i], until) for i in range(len(optimizers))]


def path(points: Tensor, losses: Tensor, gradients: Tensor, until: float | None) -> Path:
    """One way, up to where it ends."""
    low = losses <= (-np.inf if until is None else until)
    lost = ~(np.isfinite(losses) & np.isfinite(points).all(axis=1) & np.isfinite(gradients).all(axis=1))
    ends = np.flatnonzero(low | lost)
    end = int(ends[0]) if ends.size else len(losses) - 1
    arrived = bool(low[end] and until is not None)
    return Path(points[: end + 1], losses[: end + 1], gradients[: end + 1], arrived)
