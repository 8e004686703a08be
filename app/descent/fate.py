"""Fate: how a way ends, as a kind that one can guess and a sentence that says why."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from app.descent.landscapes import Window
from app.descent.numbers import number, place, vector
from app.descent.race import Path
from app.tensors.spelling import Tensor

Kind = Literal["lowest", "stuck", "underway", "bouncing", "diverged"]

LATE = 8
"""Moves at the end that are looked at."""
CLOSE = 1e-3
"""Of the height that there was to lose: so near is at the bottom."""
FAR = 5
"""Window widths from its middle: whoever is there does not come back."""


@dataclass(frozen=True)
class Fate:
    """How a way ends."""

    kind: Kind
    text: str


def fate(path: Path, lowest: float, window: Window, kink: str = "") -> Fate:
    """How a path ends on a landscape whose lowest loss is about so low; perhaps on a kink."""
    if not (path.arrived or path.is_finite):
        return Fate("diverged", overflow(path))
    kind, text = resting(path, lowest, window)
    return Fate(kind, f"{text} {kink}".strip())


def resting(path: Path, lowest: float, window: Window) -> tuple[Kind, str]:
    """How a path ends that has not run out of numbers."""
    if path.arrived:
        return "lowest", f"is there after {steps_of(path)}: {here(path)}"
    if has_left(path, window):
        return "diverged", runaway(path)
    return ended(path, min(lowest, float(path.losses.min())))


def overflow(path: Path) -> str:
    """What comes before numbers end, and where they do."""
    last = len(path.losses) - 1
    named = (("place", path.points), ("loss", path.losses), ("gradient", path.gradients))
    what = next(name for name, values in named if not np.isfinite(values[-1]).all())
    if last == 0:
        found = vector(np.ravel(dict(named)[what][0]))
        return f"cannot begin: at {place(path.points[0])} its {what} is {found}."
    if what == "loss" and np.isnan(path.losses[-1]):
        return f"leaves the places that have a loss: at step {last} it comes to {place(path.points[-1])}."
    return f"{reason(path.losses[:-1])} At step {last} its {what} is no finite number any more."


def has_left(path: Path, window: Window) -> bool:
    """Whether it ends so far outside that nothing brings it back."""
    low, high = np.array(window).T
    return bool((np.abs(path.points[-1] - (low + high) / 2) > FAR * (high - low)).any())


def runaway(path: Path) -> str:
    """It has gone far away, up or down."""
    return f"{reason(path.losses)} After {steps_of(path)}: {here(path)}"


def reason(losses: Tensor) -> str:
    """Why a way leaves the picture."""
    if losses[-1] < losses[0]:
        return "falls and falls: this landscape has no lowest place."
    return "jumps farther with every step: the learning rate is too large for so steep a slope."


def ended(path: Path, lowest: float) -> tuple[Kind, str]:
    """How a path ends that stays in sight."""
    left, late = path.losses[-1] - lowest, path.losses[-LATE - 1 :]
    if left <= CLOSE * (path.losses[0] - lowest):
        return "lowest", f"is at the bottom: {here(path)}"
    if bounces(path):
        return (
            "bouncing",
            f"jumps to and fro: each step crosses the valley, and none is shorter: {here(path)}",
        )
    if np.ptp(late) <= 10 * CLOSE * left:
        flat = vector(path.gradients[-1])
        why = f"hardly moves any more, for its gradient is {flat}: {here(path)}"
        return "stuck", f"{why} The lowest is {number(lowest)}."
    return "underway", f"is still on its way after {steps_of(path)}: {here(path)}"


def bounces(path: Path) -> bool:
    """Whether each of the last moves turns back the one before, and nothing is gained."""
    moves = np.diff(path.points[-LATE - 1 :], axis=0)
    turns = bool((np.sum(moves[1:] * moves[:-1], axis=1) < 0).all())
    return len(moves) == LATE and turns and bool(path.losses[-1] > 0.8 * path.losses[-LATE - 1])


def here(path: Path) -> str:
    """Where it ends."""
    return f"a loss of {number(path.losses[-1])} at {place(path.points[-1])}."


def steps_of(path: Path) -> str:
    """How many there were."""
    count = len(path.losses) - 1
    return f"{count} step{'s' * (count != 1)}"
