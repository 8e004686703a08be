"""Central differences measure what the chain rule derives, for random graphs away from kinks."""

import numpy as np
from hypothesis import assume, given, settings

from app.autodiff.backward import gradients
from app.autodiff.differences import differences
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from tests.autodiff.random_graphs import RandomGraph, graphs, near_a_kink


@settings(max_examples=150)
@given(graphs())
def test_random_graphs_have_the_gradients_that_are_measured(random: RandomGraph) -> None:
    graph, values = random.graph, forward(random.graph, random.values)
    assume(not near_a_kink(graph, values))
    ours = gradients(graph, values)
    for name, measured in differences(graph, random.values).items():
        scale = max(1.0, np.abs(ours[name]).max())
        np.testing.assert_allclose(measured, ours[name], rtol=1e-4, atol=1e-5 * scale)


def test_the_step_grows_with_the_number() -> None:
    graph = parse("square(x)")
    for x in (0.0, 1.0, 1e6):
        measured = differences(graph, {"x": np.array(x)})["x"]
        assert abs(measured - 2 * x) <= 1e-8 * max(1, x)


def test_beside_infinity_nothing_can_be_measured() -> None:
    graph = parse("1 / x")
    assert np.isnan(differences(graph, {"x": np.array(np.inf)})["x"])


def test_what_would_take_long_is_left_out() -> None:
    graph = parse("sum(x * w)")
    assert set(differences(graph, {"x": np.ones(4096), "w": np.array(2.0)})) == {"w"}


def test_only_what_is_asked_is_measured() -> None:
    graph = parse("x * w")
    assert set(differences(graph, {"x": np.array(1), "w": np.array(2)}, ["x"])) == {"x"}
