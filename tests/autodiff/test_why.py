"""One number of a gradient is told as a sum, in names and in numbers."""

import numpy as np

from app.autodiff.backward import node_gradients
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.terms import Terms
from app.autodiff.why import MOST_TERMS, Why, why
from app.tensors.spelling import Place, Tensor

X = np.array([[1.0, -2], [3, 4]])


def told(expression: str, name: str, place: Place, **tensors: Tensor) -> Why:
    """Why a number of the gradient of a variable is what it is; all are watched."""
    graph = parse(expression)
    values = forward(graph, tensors)
    gradients = node_gradients(graph, values)
    node = graph.variables[name]
    return why(Terms(graph, values, gradients, graph.variables), node, place, gradients[node])


def test_a_weight_is_told_sample_by_sample() -> None:
    found = told("x @ W", "W", (1, 0), x=X, W=np.ones((2, 1)))
    assert found.text == "The gradient of W[1, 0] = (−2) + 4 = 2."
    assert [(term.formula, term.text) for term in found.terms] == [
        ("1 × x[0, 1]", "1 × (−2) = −2"),
        ("1 × x[1, 1]", "1 × 4 = 4"),
    ]
    (factor,) = found.terms[0].factors
    assert (factor.made.name, factor.made.index) == ("result", (0, 0))
    assert [(cell.name, cell.index) for cell in factor.cells] == [("x", (0, 1))]


def test_a_chain_is_a_product() -> None:
    (term,) = told("square(2 * x)", "x", (), x=np.array(3.0)).terms
    assert (term.formula, term.text) == ("1 × (2 * x1) × 2", "1 × 12 × 2 = 24")


def test_where_it_is_added_up_on_the_way_the_terms_begin_there() -> None:
    found = told("softmax(x * c) * c", "x", (0,), x=np.array([1.0, 2]), c=np.array([1.0, 3]))
    assert [term.formula.split(" × ")[0] for term in found.terms] == ["grad_x1[0]"]


def test_of_many_terms_the_first_are_listed_and_the_others_counted() -> None:
    found = told("x @ W", "W", (0, 0), x=np.ones((100, 1)), W=np.ones((1, 1)))
    assert (found.count, len(found.terms)) == (100, MOST_TERMS)
    assert found.left_out == "and 68 more terms, together 68"


def test_a_number_of_the_result_itself_has_no_terms() -> None:
    assert (
        told("x", "x", (0,), x=np.ones(2)).text
        == "The gradient of x[0] is 1: it is a number of the result itself."
    )
