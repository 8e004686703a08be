"""A nudge moves the result by about the gradient times its size."""

import math

import numpy as np
import pytest
from pydantic import ValidationError

from app.autodiff.backward import gradients
from app.autodiff.forward import forward
from app.autodiff.nudge import Nudge, Nudged, nudged
from app.autodiff.parser import parse
from app.tensors.spelling import Tensor


def moved(expression: str, name: str, by: float, **given: float | Tensor) -> Nudged:
    """What a nudge does to an expression."""
    graph, values = parse(expression), {name: np.asarray(value, float) for name, value in given.items()}
    gradient = gradients(graph, forward(graph, values))[name]
    return nudged(graph, values, gradient, Nudge(name=name, by=by))


def test_the_chapters_loss_moves_by_the_gradient_times_the_nudge() -> None:
    found = moved("abs(y_true - (x*w + b))", "w", 0.01, x=3, w=2, b=3, y_true=8)
    assert found.before == 1
    assert [found.change, found.predicted] == pytest.approx([0.03, 0.03])


def test_a_curve_leaves_its_tangent_by_a_square() -> None:
    found = moved("square(x)", "x", 0.1, x=3)
    assert found.change - found.predicted == pytest.approx(0.1**2)


def test_of_a_tensor_every_number_is_nudged() -> None:
    found = moved("sum(x * w)", "w", 0.5, x=np.array([1, 2]), w=np.zeros(2))
    assert (found.after, found.predicted) == (1.5, 1.5)


def test_an_infinite_result_travels_as_a_word() -> None:
    found = moved("log(x)", "x", 1, x=0)
    assert '"before":"-Infinity"' in found.model_dump_json()


@pytest.mark.parametrize("by", ["NaN", "Infinity", 1e9])
def test_a_nudge_is_a_number_of_some_size(by: object) -> None:
    with pytest.raises(ValidationError):
        Nudge.model_validate({"name": "x", "by": by})


def test_beyond_the_largest_number_it_goes_on_without_a_warning() -> None:
    graph, values = parse("x * y"), {"x": np.array([1.0, 2.0]), "y": np.array(1e308)}
    nudge = nudged(graph, values, np.full(2, 1e308), Nudge(name="x", by=0))
    assert math.isinf(nudge.before)
    assert math.isnan(nudge.predicted)
