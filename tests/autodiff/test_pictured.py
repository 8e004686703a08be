"""A graph travels with its values, its gradients and its paths, and with no more than can be drawn."""

import numpy as np
from hypothesis import given, settings

from app.autodiff.backward import backward, node_gradients
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.pictured import backward_steps, forward_steps, pictured, pictured_paths
from app.tensors.spelling import words
from tests.autodiff.random_graphs import RandomGraph, graphs


@settings(max_examples=50)
@given(graphs())
def test_every_edge_is_upstream_times_local_and_ends_in_the_gradient(random: RandomGraph) -> None:
    graph, values = random.graph, forward(random.graph, random.values)
    gradients, way = node_gradients(graph, values), list(backward(graph, values))
    steps = backward_steps(graph, values, way)
    drawn = pictured(graph, values, gradients)
    for node, total in {step.parent: step.total for step in steps}.items():
        assert drawn.nodes[node].gradient == total == words(gradients[node])
    for step in steps:
        if values[step.child].ndim == values[step.parent].ndim == 0:
            upstream, local, contribution = map(float, (step.upstream, step.local, step.contribution))
            assert np.isclose(upstream * local, contribution, equal_nan=True)


def test_every_operation_is_a_step_forward() -> None:
    graph = parse("abs(y_true - (x*w + b))")
    values = forward(graph, {"x": 3.0, "w": 2.0, "b": 3.0, "y_true": 8.0})  # type: ignore[dict-item]
    told = [(step.formula, step.value) for step in forward_steps(graph, values)]
    assert told == [("x * w", 6), ("x1 + b", 9), ("y_true - x2", -1), ("abs(x3)", 1)]


def test_a_large_tensor_is_cut_and_says_so() -> None:
    graph = parse("sum(x)")
    values = forward(graph, {"x": np.arange(120.0).reshape(4, 30)})
    x, total = pictured(graph, values, node_gradients(graph, values)).nodes
    assert np.shape(x.value) == np.shape(x.gradient) == (4, 12)
    assert (x.preview, total.preview) == ("the first (4, 12) of (4, 30)", None)


def test_the_products_of_all_paths_sum_to_the_gradient() -> None:
    graph = parse("x * x + 3 * x")
    values = forward(graph, {"x": np.asarray(2.0)})
    way = list(backward(graph, values))
    paths = pictured_paths(graph, values, way, ["x"])["x"]
    assert paths.count == "3"
    assert sum(path.product for path in paths.listed) == 7
    assert all(way[path.edges[0]].edge.child == graph.result for path in paths.listed)


def test_a_path_over_tensors_has_no_factors() -> None:
    graph = parse("sum(x)")
    values = forward(graph, {"x": np.ones(2)})
    [path] = pictured_paths(graph, values, list(backward(graph, values)), ["x"])["x"].listed
    assert (path.edges, path.factors, path.product) == ((0,), None, None)
