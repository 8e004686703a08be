"""For an optimizer that diverges there is a learning rate that works, or none is promised."""

import numpy as np
import pytest

from app.descent.function import Function
from app.descent.landscapes import LANDSCAPES, own
from app.descent.optimizers import Optimizer
from app.descent.race import race
from app.descent.slower import leads_downhill, slower


@pytest.mark.parametrize("name", ["parabola", "rosenbrock", "himmelblau", "two_valleys"])
def test_the_rate_that_it_finds_leads_downhill(name: str) -> None:
    landscape = LANDSCAPES[name]
    slope, start = Function(landscape.expression).slope, np.array(landscape.start)
    found = slower(slope, Optimizer(name="sgd", learning_rate=50), start, 40, landscape.window)
    assert found
    assert found.learning_rate < 50
    [path] = race(slope, [found], start, 40)
    assert leads_downhill(path, landscape.window)


def test_where_nothing_helps_it_finds_none() -> None:
    landscape = own("log(x)", (-1.0,))
    slope = Function("log(x)").slope
    assert slower(slope, Optimizer(name="sgd"), np.array([-1.0]), 40, landscape.window) is None
