"""Flip: a small change of a picture after which a network takes it for another digit.

Step by step over the nearest boundary between two classes, as if the scores were straight lines (DeepFool,
Moosavi-Dezfooli, Fawzi and Frossard, 2016), within the pixels' limits; then back as far as the answer stays.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.network.forward import Floats, Network, before_softmax, forward
from app.network.gradient import score_gradients

MOST_STEPS = 100
OVERSHOOT = 1.05
"""A boundary is crossed, not only reached."""
LEAST_GAP = np.float32(1e-6)
MULTIPLES = tuple(1.5**power for power in range(25))
HALVINGS = 12
INK = 255

Right = Callable[[int], bool]
"""Whether an answer is the one looked for."""


@dataclass(frozen=True)
class Flip:
    """A picture that a network takes for another digit than the one from which it was made."""

    before: int
    after: int
    pixels: NDArray[np.uint8]
    """The changed picture, (784,), 0 = paper, 255 = ink: whole numbers, so that it can be drawn."""


def flip(network: Network, pixels: NDArray[np.uint8], unit: float, label: int | None = None) -> Flip | None:
    """The smallest change that is found of a picture (784,), whose ink has the value `unit` in the input.

    It is taken for `label` then, or for any other class than before; None if no such change is found.
    """
    scale = np.float32(unit / INK)
    before = answer(network, pixels * scale)

    def right(after: int) -> bool:
        return after != before if label is None else after == label

    crossed = across(network, pixels * scale, unit, label, right)
    if crossed is None:
        return None
    changed = shortened(network, pixels, crossed / scale - pixels, scale, right)
    return None if changed is None else Flip(before, answer(network, changed * scale), changed)


def answer(network: Network, x: Floats) -> int:
    """The most probable class of one input (784,)."""
    return int(forward(before_softmax(network), x[np.newaxis])[-1].argmax())


def across(network: Network, x: Floats, unit: float, label: int | None, right: Right) -> Floats | None:
    """An input beyond the boundary, near x."""
    for _ in range(MOST_STEPS):
        scores, gradients = score_gradients(network, x)
        top = int(scores.argmax())
        if right(top):
            return x
        others = [label] if label is not None else [c for c in range(len(scores)) if c != top]
        steps = [to_boundary(x, unit, scores[top] - scores[c], gradients[c] - gradients[top]) for c in others]
        x = np.clip(x + min(steps, key=length), 0, unit)
    return None


def to_boundary(x: Floats, unit: float, gap: Floats, slope: Floats) -> Floats:
    """The shortest step that closes the gap between two scores, by pixels that are not at their limit."""
    movable = np.where(slope > 0, x < unit, x > 0)
    slope = slope * movable
    step: Floats = slope * (OVERSHOOT * (gap + LEAST_GAP) / (slope @ slope + LEAST_GAP))
    return step


def length(step: Floats) -> float:
    """How far a step leads; one that leads nowhere is the last to take."""
    return float(np.linalg.norm(step)) or np.inf


def shortened(
    network: Network, pixels: NDArray[np.uint8], change: Floats, scale: np.float32, right: Right
) -> NDArray[np.uint8] | None:
    """The picture changed by as small a part of `change` as will do, in whole numbers.

    Rounding swallows small changes: then by a multiple.
    """

    def at(share: float) -> NDArray[np.uint8]:
        return np.clip(np.rint(pixels + share * change), 0, INK).astype(np.uint8)

    def does(share: float) -> bool:
        return right(answer(network, at(share) * scale))

    enough = next(filter(does, MULTIPLES), None)
    if enough is None:
        return None
    too_little = 0.0
    for _ in range(HALVINGS):
        middle = (too_little + enough) / 2
        too_little, enough = (too_little, middle) if does(middle) else (middle, enough)
    return at(enough)
