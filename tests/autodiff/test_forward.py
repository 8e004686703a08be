"""Forward computes what NumPy does, and refuses what has no value, no shape, or too many numbers."""

from typing import Any

import numpy as np
import pytest

from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.errors import InvalidError


def refused(expression: str, **values: Any) -> tuple[str, Any]:
    """The code and the place of a refusal."""
    with pytest.raises(InvalidError) as error:
        forward(parse(expression), {name: np.asarray(value) for name, value in values.items()})
    problem = error.value.problem
    return problem.code, problem.place and expression[problem.place.start : problem.place.end]


def test_every_node_has_its_value_in_float64() -> None:
    graph = parse("relu(x @ W + b)")
    given = {"x": np.array([[1, 2]]), "W": np.array([[1, -1], [1, -1]]), "b": np.array([0.5, 0.5])}
    values = forward(graph, given)
    told = {node.text: value.tolist() for node, value in zip(graph.nodes, values, strict=True)}
    assert told["x @ W"] == [[3, -3]]
    assert told["x @ W + b"] == [[3.5, -2.5]]
    assert told["relu(x @ W + b)"] == [[3.5, 0]]
    assert {value.dtype for value in values} == {np.dtype(np.float64)}


def test_what_is_no_ordinary_number_is_a_value_too() -> None:
    graph = parse("9**9**9**9 + log(x) + 1/x + sqrt(-1 - x)")
    assert np.isnan(forward(graph, {"x": np.array(0.0)})[-1])
    assert forward(parse("9**9**9**9"), {})[-1] == np.inf


def test_what_does_not_fit_is_refused_at_its_place() -> None:
    two, three, matrix = [1, 2], [1, 2, 3], [[1, 2, 3], [4, 5, 6]]
    assert refused("1 + x * y", x=two, y=three) == ("shapes_do_not_broadcast", "x * y")
    assert refused("1 + x @ y", x=two, y=three) == ("no_handshake", "x @ y")
    assert refused("1 + x @ x", x=matrix) == ("no_handshake", "x @ x")
    assert refused("1 + x @ 2", x=matrix) == ("no_handshake", "x @ 2")
    assert refused("sum(softmax(x))", x=1) == ("no_last_axis", "softmax(x)")
    assert refused("cross_entropy(x, x)", x=1) == ("no_last_axis", "cross_entropy(x, x)")
    assert refused("x + y", x=1) == ("missing_value", "y")
    assert refused("x + y", x=1, y=[[[1]]]) == ("too_many_axes", "y")
    assert refused("x + y", x=1, y=[]) == ("no_elements", "y")


def test_there_are_limits() -> None:
    assert refused("x", x=np.ones(5000))[0] == "too_many_elements"
    column, row = np.ones((4096, 1)), np.ones((1, 4096))
    assert refused("x * y", x=column, y=row)[0] == "too_many_elements"
    assert refused("x @ y", x=column, y=row)[0] == "too_many_elements"
    many = " + ".join(["sin(x * y)", "cos(x * y)", "exp(x * y)"])
    assert refused(many, x=np.ones((256, 1)), y=np.ones((1, 256)))[0] == "too_many_elements"
