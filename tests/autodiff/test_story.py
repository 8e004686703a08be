"""The story tells every node forward and every edge backward, with the real numbers."""

import numpy as np
from hypothesis import given, settings

from app.autodiff.backward import backward
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.story import GraphStep, story
from app.tensors.spelling import Tensor
from tests.autodiff.random_graphs import RandomGraph, graphs


def told(expression: str, **given: Tensor | float) -> list[GraphStep]:
    """The story of an expression."""
    graph = parse(expression)
    values = forward(graph, {name: np.asarray(value, float) for name, value in given.items()})
    return list(story(graph, values, list(backward(graph, values)), tuple(graph.variables)))


@settings(max_examples=50)
@given(graphs())
def test_each_node_and_each_edge_is_told_once(random: RandomGraph) -> None:
    graph, values = random.graph, forward(random.graph, random.values)
    way = list(backward(graph, values))
    steps = list(story(graph, values, way, tuple(graph.variables)))
    assert [step.node for step in steps if step.kind == "forward"] == [n.id for n in graph.nodes if n.parents]
    assert [step.edge for step in steps if step.kind == "backward"] == list(range(len(way)))
    assert [steps[0].kind, steps[-1].kind] == ["values", "gradients"]
    assert all(step.text.endswith((".", ")")) for step in steps)


def test_the_chapters_numbers_are_told() -> None:
    texts = [step.text for step in told("abs(y_true - (x*w + b))", x=3, w=2, b=3, y_true=8)]
    assert texts[0] == "The values: y_true = 8, x = 3, w = 2, b = 3."
    assert texts[1] == "x1 = x * w = 3 * 2 = 6."
    assert texts[-2] == ("x1 = x * w, so grad(x1, w) = x = 3. Upstream × local: 1 × 3 = 3 flows back to w.")
    assert texts[-1] == "grad(loss, y_true) = −1, grad(loss, x) = 2, grad(loss, w) = 3, grad(loss, b) = 1."


def test_where_paths_meet_the_sum_is_told() -> None:
    texts = [step.text for step in told("x * x + x", x=3)]
    assert texts[-2].endswith("It is added to what came on another way: grad(loss, x) = 4 + 3 = 7.")


def test_infinite_gradients_meet() -> None:
    assert told("x * exp(x)", x=np.inf)[-2].text.endswith("grad(loss, x) = ∞ + ∞ = ∞.")


def test_what_was_stretched_is_summed() -> None:
    text = told("sum(x + b)", x=np.ones((4, 3)), b=np.ones(3))[-2].text
    assert text.endswith("b was stretched along axis 0, so what comes to its copies is added up.")


def test_a_kink_is_explained_where_the_gradient_passes_it() -> None:
    text = told("relu(x)", x=0)[-2].text
    assert text.endswith("relu has a corner at 0, where its slope jumps from 0 to 1; TensorFlow takes 0.")


def test_a_crowd_of_values_is_not_read_out() -> None:
    names = [f"a{i}" for i in range(20)]
    text = told("+".join(names), **dict.fromkeys(names, 1.0))[0].text
    assert text.endswith("a11 = 1 and 8 more.")
    assert told("1 + 2")[0].text == "There are only constants."


def test_a_lonely_variable_changes_as_much_as_it_changes() -> None:
    assert told("x", x=5)[-1].text == "grad(x, x) = 1."
    assert told("1 + 2")[-1].text == "There is no variable to go back to."
