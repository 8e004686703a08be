"""A learning rate that works, for an optimizer that diverges."""

import numpy as np

from app.descent.fate import has_left
from app.descent.landscapes import Window
from app.descent.optimizers import Optimizer
from app.descent.race import Path, Slope, race
from app.tensors.spelling import Tensor

HALVINGS = 20


def slower(slope: Slope, optimizer: Optimizer, start: Tensor, steps: int, window: Window) -> Optimizer | None:
    """The same with half, a quarter, an eighth … of its learning rate: the first that leads downhill."""
    rates = [float(f"{optimizer.learning_rate / 2**n:.1g}") for n in range(1, HALVINGS + 1)]
    tried = [optimizer.model_copy(update={"learning_rate": rate}) for rate in rates]
    paths = race(slope, tried, start, steps)
    works = (found for found, path in zip(tried, paths, strict=True) if leads_downhill(path, window))
    return next(works, None)


def leads_downhill(path: Path, window: Window) -> bool:
    """Whether it ends lower than it began, and in sight."""
    lower = bool(np.max(path.losses[-2:]) < path.losses[0])
    return path.is_finite and not has_left(path, window) and lower
