"""The formula of a derivative, computed with the numbers that it names, is the derivative."""

import math
from itertools import islice

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from app.autodiff.backward import node_gradients
from app.autodiff.cell_words import written
from app.autodiff.forward import forward
from app.autodiff.graph import CONSTANT
from app.autodiff.parser import parse
from app.autodiff.terms import Terms
from tests.autodiff.random_graphs import RandomGraph, graphs

FUNCTIONS = {name: getattr(np, name) for name in ("sign", "cos", "sin", "log")}


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(graphs())
def test_every_formula_computes_its_derivative(random: RandomGraph) -> None:
    graph, values = random.graph, forward(random.graph, random.values)
    terms = Terms(graph, values, node_gradients(graph, values), graph.variables)
    names = {node.name: values[node.id] for node in graph.nodes if node.op != CONSTANT}
    for name, node in graph.variables.items():
        for place in islice(np.ndindex(values[node].shape), 2):
            for term in terms.first(node, place, 4):
                for factor in term.factors:
                    text = written(graph, values, factor).text
                    if text:
                        computed = float(eval(text, dict(FUNCTIONS), names))
                        assert math.isclose(computed, factor.local, rel_tol=1e-9, abs_tol=1e-12), (name, text)


@pytest.mark.parametrize(
    ("expression", "texts"),
    [
        ("W * c", ["c[1]"]),
        ("x @ W", ["x[0, 1]", "x[1, 1]"]),
        ("mean(square(W))", ["1 / x1.size", "2 * W[1, 1]"]),
        ("softmax(W)", ["-result[1, 0] * result[1, 1]", "result[1, 1] * (1 - result[1, 1])"]),
        ("W * (-2)", ["(-2)"]),
    ],
)
def test_it_names_the_numbers_by_their_places(expression: str, texts: list[str]) -> None:
    matrix = np.array([[1.0, 2], [3, 4]])
    graph = parse(expression)
    values = forward(graph, {"x": matrix, "W": matrix, "c": matrix[0]})
    terms = Terms(graph, values, node_gradients(graph, values, ["W"]), ["W"])
    found = terms.first(graph.variables["W"], (1, 1), 9)
    assert [written(graph, values, factor).text for term in found for factor in term.factors] == texts
