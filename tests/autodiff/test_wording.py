"""Numbers, operations and derivatives are written as one reads them."""

import math

import numpy as np
import pytest

from app.autodiff.forward import forward
from app.autodiff.operations.table import OPERATIONS
from app.autodiff.parser import parse
from app.autodiff.wording import applied, derivative, formula, named, number, numbers, rule


@pytest.mark.parametrize(
    ("value", "text"), [(0.731058, "0.7311"), (-2.0, "−2"), (-0.0, "0"), (math.inf, "∞"), (math.nan, "NaN")]
)
def test_a_number_has_four_digits_and_a_real_minus(value: float, text: str) -> None:
    assert number(value) == text


def test_of_many_numbers_only_the_shape_is_told() -> None:
    assert numbers(np.array([1.0, -0.5])) == "[1, −0.5]"
    assert numbers(np.zeros((2, 3))) == "a tensor of shape (2, 3)"


def test_the_result_is_called_the_loss_unless_it_is_a_name_itself() -> None:
    assert [named(parse("x * w"), node) for node in range(3)] == ["x", "w", "loss"]
    assert named(parse("x"), 0) == "x"
    assert named(parse("loss * w"), 2) == "result"


def test_an_operation_is_written_with_its_sign_or_its_name() -> None:
    graph = parse("-maximum(x - 2, w)")
    assert [formula(graph, node) for node in graph.nodes if node.parents] == [
        "x - 2",
        "maximum(x1, w)",
        "−x2",
    ]
    assert applied(OPERATIONS["multiply"], ["−2", "3"]) == "(−2) * 3"


def test_a_derivative_and_its_rule_have_the_names_of_the_operands() -> None:
    graph = parse("square(x) @ W")
    values = forward(graph, {"x": np.ones((1, 2)), "W": np.ones((2, 3))})
    left, right, inner = graph.edges()
    assert [rule(graph, values, edge) for edge in (left, right)] == ["g @ W.T", "x1.T @ g"]
    assert (derivative(graph, values, left), derivative(graph, values, inner)) == ("", "2 * x")
