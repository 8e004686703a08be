"""An operation of a graph is written with the names of its own operands."""

import numpy as np

from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.spelling import rule, spelt


def test_operands_have_their_names_and_constants_are_numbers() -> None:
    graph = parse("x * w ** -2")
    values = forward(graph, {"x": np.array(1.0), "w": np.array(2.0)})
    power, product = graph.nodes[-2:]
    assert spelt(graph, values, power, power.operation.numpy) == "w ** (-2.0)"
    assert spelt(graph, values, product, product.operation.numpy) == "x * x1"
    assert [rule(graph, values, edge) for edge in graph.edges()][:2] == [
        "grad_result * x1",
        "grad_result * x",
    ]


def test_numbers_among_themselves_are_made_tensors() -> None:
    graph = parse("-2 / 3")
    node = graph.nodes[-1]
    written = spelt(graph, forward(graph, {}), node, node.operation.numpy, "np.array({})")
    assert written == "np.array(-2.0) / np.array(3.0)"


def test_the_product_of_vectors_has_rules_of_its_own() -> None:
    graph = parse("x @ y")
    vectors = forward(graph, {"x": np.ones(2), "y": np.ones(2)})
    matrices = forward(graph, {"x": np.ones((2, 2)), "y": np.ones((2, 2))})
    assert rule(graph, vectors, graph.edges()[0]) == "np.multiply.outer(grad_result, y)"
    assert rule(graph, matrices, graph.edges()[0]) == "grad_result @ y.T"
