"""How a way ends is told as what it is."""

from typing import Any

import numpy as np
import pytest

from app.descent.fate import Fate, fate
from app.descent.function import Function
from app.descent.landscapes import LANDSCAPES, own
from app.descent.optimizers import Optimizer
from app.descent.race import race


def fate_of(function: str, rate: float, steps: int = 60, until: float | None = None, **more: Any) -> Fate:
    """How SGD, or another optimizer, ends there."""
    known = LANDSCAPES.get(function)
    landscape = known or own(function, (2.0,))
    optimizer = Optimizer(name=more.pop("name", "sgd"), learning_rate=rate, **more)
    slope = Function(landscape.expression).slope
    [path] = race(slope, [optimizer], np.array(landscape.start), steps, until)
    return fate(path, 0, landscape.window)


@pytest.mark.parametrize(
    ("function", "rate", "kind", "words"),
    [
        ("parabola", 0.1, "lowest", "at the bottom"),
        ("parabola", 0.003, "underway", "still on its way after 60 steps"),
        ("parabola", 1.05, "diverged", "learning rate is too large"),
        ("two_valleys", 0.1, "stuck", "The lowest is 0"),
        ("plateau", 0.1, "stuck", "its gradient is"),
        ("kink", 0.3, "bouncing", "to and fro"),
        ("x ** 4", 1, "diverged", "is no finite number any more"),
        ("-x ** 2", 1, "diverged", "no lowest place"),
        ("sqrt(x - 1.95)", 0.1, "diverged", "leaves the places that have a loss: at step 1"),
        ("log(x - 5)", 0.1, "diverged", "cannot begin: at x = 2 its loss is NaN"),
    ],
)
def test_each_end_has_its_kind_and_its_reason(function: str, rate: float, kind: str, words: str) -> None:
    told = fate_of(function, rate)
    assert told.kind == kind
    assert words in told.text


def test_low_enough_is_there() -> None:
    assert fate_of("parabola", 0.1, until=0.01).text.startswith("is there after 15 steps")


def test_momentum_escapes_what_sgd_is_stuck_in() -> None:
    assert fate_of("two_valleys", 0.1).kind == "stuck"
    assert fate_of("two_valleys", 0.1, name="momentum").kind == "lowest"
