"""The terms of any number of any gradient add up to it."""

import math
from itertools import islice

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from app.autodiff.backward import node_gradients
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.terms import Term, Terms
from app.tensors.spelling import Place, Tensor
from tests.autodiff.random_graphs import RandomGraph, graphs

W = np.array([[1.0, 2, 3], [4, 5, 6]])
X = np.array([[1.0, 2], [3, 4], [5, 6], [7, 8]])


def terms_of(expression: str, values: dict[str, Tensor], name: str, place: Place) -> tuple[Term, ...]:
    """All terms of one number, with every variable watched."""
    graph = parse(expression)
    computed = forward(graph, values)
    terms = Terms(graph, computed, node_gradients(graph, computed), graph.variables)
    node = graph.variables[name]
    return terms.first(node, place, terms.count(node, place))


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(graphs())
def test_they_add_up_to_the_gradient(random: RandomGraph) -> None:
    values = forward(random.graph, random.values)
    gradients = node_gradients(random.graph, values)
    terms = Terms(random.graph, values, gradients, random.graph.variables)
    for node, gradient in gradients.items():
        if node == random.graph.result:
            continue
        for place in islice(np.ndindex(gradient.shape), 4):
            found = terms.first(node, place, 10**6)
            assert len(found) == terms.count(node, place)
            products = [term.product for term in found]
            size = sum(map(abs, products))
            assert math.isclose(sum(products), gradient[place], rel_tol=1e-9, abs_tol=1e-12 * (1 + size))


def test_a_weight_has_a_term_for_each_sample() -> None:
    found = terms_of("matmul(x, W) + b", {"x": X, "W": W, "b": np.zeros(3)}, "W", (1, 2))
    assert [term.factors[-1].at for term in found] == [(i, 2) for i in range(4)]
    assert [term.factors[-1].local for term in found] == [2, 4, 6, 8]


def test_a_bias_has_one_for_each_row_to_which_it_is_stretched() -> None:
    found = terms_of("matmul(x, W) + b", {"x": X, "W": W, "b": np.zeros(3)}, "b", (1,))
    assert [(term.factors[-1].at, term.product) for term in found] == [((i, 1), 1.0) for i in range(4)]


def test_a_chain_is_told_as_the_product_of_its_derivatives() -> None:
    (term,) = terms_of("square(sin(x))", {"x": np.array([0.5, 1.0])}, "x", (1,))
    assert term.upstream == 1
    assert [factor.local for factor in term.factors] == pytest.approx([2 * math.sin(1), math.cos(1)])


def test_a_softmax_pushes_through_its_whole_row() -> None:
    found = terms_of("softmax(x) * c", {"x": np.zeros((2, 3)), "c": np.arange(3.0)}, "x", (1, 0))
    assert [term.factors[-1].at for term in found] == [(1, 0), (1, 1), (1, 2)]


def test_only_so_many_as_asked_are_told_of_a_large_sum() -> None:
    values = {"x": np.ones((1000, 2)), "W": W}
    graph = parse("x @ W")
    computed = forward(graph, values)
    terms = Terms(graph, computed, node_gradients(graph, computed), ["W"])
    node = graph.variables["W"]
    assert terms.count(node, (0, 0)) == 1000
    assert len(terms.first(node, (0, 0), 5)) == 5
