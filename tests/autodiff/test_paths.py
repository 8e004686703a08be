"""A gradient is the sum of the products along all ways to its variable."""

import math

import numpy as np
import pytest

from app.autodiff.backward import gradients
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.paths import paths


def test_the_chapters_product() -> None:
    graph = parse("abs(x*w + b - y_true)")
    values = forward(graph, {"x": np.array(3), "w": np.array(2), "b": np.array(3), "y_true": np.array(8)})
    (only,) = paths(graph, values, ["w"])["w"].listed
    assert only.factors == (1, 1, 1, 3)
    assert only.product == 3
    assert [graph.nodes[edge.parent].text for edge in only.edges] == [
        "x*w + b - y_true",
        "x*w + b",
        "x*w",
        "w",
    ]


def test_the_products_of_all_ways_sum_to_the_gradient() -> None:
    graph = parse("x * sin(x) + exp(x * y) * x")
    values = forward(graph, {"x": np.array(0.7), "y": np.array(-0.3)})
    for name, gradient in gradients(graph, values).items():
        found = paths(graph, values, [name])[name]
        assert found.count == len(found.listed)
        assert math.fsum(way.product or 0 for way in found.listed) == pytest.approx(float(gradient))


def test_more_ways_than_anybody_can_go_are_counted_and_only_the_first_listed() -> None:
    expression = "x"
    for _ in range(6):
        expression = f"({expression})*({expression})"
    graph = parse(expression)
    assert len(graph.nodes) == 7
    found = paths(graph, forward(graph, {"x": np.array(1.0)}), ["x"], most=5)["x"]
    assert (found.count, len(found.listed), len(set(found.listed))) == (64, 5, 5)


def test_where_tensors_are_on_the_way_there_is_no_product_of_numbers() -> None:
    graph = parse("mean(x) * y")
    values = forward(graph, {"x": np.array([1.0, 2.0]), "y": np.array(3.0)})
    (way,) = paths(graph, values, ["x"])["x"].listed
    assert (way.factors, way.product) == (None, None)
    assert paths(graph, values, ["y"])["y"].listed[0].product == 1.5


def test_a_variable_alone_is_reached_without_a_step() -> None:
    graph = parse("x")
    found = paths(graph, forward(graph, {"x": np.array(1.0)}), ["x"])["x"]
    assert (found.count, found.listed[0].edges, found.listed[0].product) == (1, (), 1)
