"""Gradients are TensorFlow's, for thousands of random graphs; they come edge by edge, and can be stopped."""

from collections import Counter
from itertools import islice

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from app.autodiff.backward import backward, gradients, local_derivative, node_gradients
from app.autodiff.differences import STEP
from app.autodiff.forward import forward
from app.autodiff.graph import Edge
from app.autodiff.operations.table import OPERATIONS
from app.autodiff.parser import parse
from app.network.tape import differentiated
from app.tensors.spelling import Tensor
from tests.autodiff.random_graphs import RandomGraph, graphs, near_a_kink

GRAPHS = 2000
SPARE = 300
"""Random graphs that happen to be so close to a corner that a difference could cross it."""
CHAPTER = "abs(y_true - (x*w + b))"
VALUES = {"x": np.array(3), "w": np.array(2), "b": np.array(3), "y_true": np.array(8)}


def test_two_thousand_random_graphs_have_the_gradients_of_tensorflow_and_of_central_differences() -> None:
    met: Counter[str] = Counter()

    @settings(max_examples=GRAPHS + SPARE, suppress_health_check=list(HealthCheck))
    @given(graphs())
    def check(random: RandomGraph) -> None:
        graph, values = random.graph, random.values
        value, theirs = differentiated(graph.program, values, graph.variables)
        found = forward(graph, values)
        np.testing.assert_allclose(found[graph.result], value, rtol=1e-6, atol=1e-12)
        all_ours = gradients(graph, found)
        for name, ours in all_ours.items():
            assert ours.shape == theirs[name].shape == values[name].shape
            rounding = 1e-9 * max(np.abs(theirs[name]).max(), 1)
            np.testing.assert_allclose(ours, theirs[name], rtol=1e-6, atol=rounding)
        if not near_a_kink(graph, found):
            met["measured"] += 1
            measured, foretold = measured_along(random, all_ours)
            size = max(1, *(np.abs(ours).sum() for ours in all_ours.values()), abs(float(value)))
            assert measured == pytest.approx(foretold, rel=1e-6, abs=1e-6 * size)
        met.update({"graphs", *(node.op for node in graph.nodes)})

    check()
    assert met["graphs"] >= met["measured"] >= GRAPHS
    assert all(met[op] > GRAPHS / 20 for op in OPERATIONS)


def measured_along(random: RandomGraph, ours: dict[str, Tensor]) -> tuple[float, float]:
    """How fast the result moves along a random direction: the central difference, and by the gradients."""
    rng = np.random.default_rng(0)
    ways = {name: rng.uniform(-1, 1, value.shape) for name, value in random.values.items()}
    moved = (
        {name: value + step * ways[name] for name, value in random.values.items()} for step in (STEP, -STEP)
    )
    up, down = (float(forward(random.graph, values)[-1]) for values in moved)
    return (up - down) / (2 * STEP), sum(float(np.sum(ours[name] * ways[name])) for name in ours)


def test_the_chapters_graph_goes_back_as_the_chapter_does() -> None:
    graph = parse(CHAPTER)
    values = forward(graph, VALUES)
    assert [float(value) for value in values] == [8, 3, 2, 6, 3, 9, -1, 1]
    ways = [(graph.nodes[step.edge.parent].text, float(step.total)) for step in backward(graph, values)]
    assert ways == [
        ("y_true - (x*w + b)", -1),
        ("y_true", -1),
        ("x*w + b", 1),
        ("x*w", 1),
        ("b", 1),
        ("x", 2),
        ("w", 3),
    ]
    assert gradients(graph, values, ["w", "b"]) == {"w": 3, "b": 1}


def test_it_can_be_stopped_anywhere_and_go_on() -> None:
    graph = parse(CHAPTER)
    values = forward(graph, VALUES)
    all_at_once = list(backward(graph, values))
    steps = backward(graph, values)
    assert [*islice(steps, 3), *steps] == all_at_once


def test_each_edge_multiplies_upstream_by_its_local_derivative() -> None:
    graph = parse("sin(x) * exp(x / y) + y ** 3")
    values = forward(graph, {"x": np.array(1.5), "y": np.array(0.5)})
    for step in backward(graph, values):
        local = local_derivative(graph, values, step.edge)
        assert local is not None
        assert step.contribution == pytest.approx(step.upstream * local)


def test_gradients_add_up_over_all_ways() -> None:
    graph = parse("x * x + x")
    values = forward(graph, {"x": np.array(5.0)})
    steps = list(backward(graph, values))
    assert [float(step.total) for step in steps if step.edge.parent == 0] == [1, 6, 11]


def test_infinite_gradients_of_both_signs_meet_without_a_warning() -> None:
    graph = parse("x / y - x / (y * 2)")
    ours = gradients(graph, forward(graph, {"x": np.array(1.0), "y": np.array(0.0)}))
    assert np.isnan(ours["x"])


def test_what_was_stretched_is_summed_and_it_is_said_along_which_axes() -> None:
    graph = parse("(x + b) * c")
    given = {"x": np.ones((2, 3)), "b": np.ones(3), "c": np.full((2, 1), 2.0)}
    steps = {graph.nodes[step.edge.parent].name: step for step in backward(graph, forward(graph, given))}
    assert (steps["b"].summed, steps["c"].summed, steps["x"].summed) == ((0,), (1,), ())
    assert steps["b"].contribution.tolist() == [4, 4, 4]
    assert steps["c"].contribution.tolist() == [[6], [6]]
    assert steps["c"].whole.shape == (2, 3)


def test_only_the_ways_to_what_is_asked_are_gone() -> None:
    graph = parse("x * w + exp(2 * y)")
    values = forward(graph, {"x": np.array(1.0), "w": np.array(2.0), "y": np.array(3.0)})
    assert {graph.nodes[step.edge.parent].name for step in backward(graph, values, ["x"])} == {"x1", "x"}
    assert gradients(graph, values, ["x"]) == {"x": 2}


def test_a_result_of_many_numbers_counts_as_their_sum() -> None:
    graph = parse("5 * x + 2")
    values = forward(graph, {"x": np.ones((2, 2))})
    assert gradients(graph, values)["x"].tolist() == [[5, 5], [5, 5]]
    assert node_gradients(graph, values)[graph.result].tolist() == [[1, 1], [1, 1]]


def test_a_variable_alone_is_its_own_result() -> None:
    graph = parse("x")
    assert gradients(graph, forward(graph, {"x": np.array(7.0)})) == {"x": 1}


def test_between_matrices_there_is_no_one_local_derivative() -> None:
    graph = parse("x @ W")
    matrices = forward(graph, {"x": np.ones((2, 3)), "W": np.ones((3, 2))})
    assert local_derivative(graph, matrices, Edge(2, 0, 0)) is None
    vectors = forward(graph, {"x": np.array([1.0, 2]), "W": np.array([3.0, 4])})
    local = local_derivative(graph, vectors, Edge(2, 0, 0))
    assert local is not None
    assert local.tolist() == [3, 4]
