"""The lines go the same way as the optimizers here."""

from typing import Any

import numpy as np
import pytest

from app.descent.descent_code import descent_code
from app.descent.function import Function
from app.descent.optimizers import KINDS, Optimizer
from app.descent.race import race

CASES = [
    ("x ** 2 + 10 * sigmoid(y)", [1.5, 2.0], None),
    ("relu(x - 1) + max(x, 2) + square(x)", [3.0], 5.0),
    ("abs(x) + exp(-x * y) + cos(y)", [0.5, 0.25], None),
]


@pytest.mark.parametrize(("expression", "start", "until"), CASES)
def test_the_numpy_lines_end_where_the_race_does(
    expression: str, start: list[float], until: float | None
) -> None:
    optimizers = [Optimizer(name=name, learning_rate=0.05) for name in KINDS][:6]
    code = descent_code(expression, start, optimizers, 12, until)
    names: dict[str, Any] = {}
    exec(code.numpy, names)
    paths = race(Function(expression).slope, optimizers, np.array(start), 12, until)
    assert np.allclose(names["result"], [path.points[-1] for path in paths], atol=1e-6)


def test_the_chapters_loop_stands_there_as_written() -> None:
    loops = [Optimizer(name="loop_as_written", momentum=0.1), Optimizer(name="loop_mended", momentum=0.1)]
    lines = descent_code("x ** 2", [1.0], loops, 30, 0.01).numpy
    assert lines.count("velocity = past_velocity * momentum - learning_rate * gradient") == 2
    assert lines.count("w = w + momentum * velocity - learning_rate * gradient") == 2
    assert lines.count("past_velocity = velocity\n") == 1
    assert lines.count("if loss(w) <= 0.01:") == 2
