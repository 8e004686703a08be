"""The story of a tape: recorded forwards, read backwards, with every shape."""

import numpy as np
import pytest

from app.autodiff.backward import backward
from app.autodiff.forward import forward
from app.autodiff.parser import parse
from app.autodiff.tape_story import TapeStep, tape_story

TENSORS = {
    "x": np.ones((4, 2)),
    "W": np.ones((2, 3)),
    "b": np.ones(3),
    "s": np.array(3.0),
    "z": np.array(0.0),
}


def told(expression: str, variables: list[str], constants: tuple[str, ...] = ()) -> list[TapeStep]:
    """Its steps."""
    graph = parse(expression)
    values = forward(graph, TENSORS)
    used = [name for name in variables if name in graph.variables]
    return list(tape_story(graph, values, list(backward(graph, values, used)), variables, constants))


def test_a_layer_is_recorded_forwards_and_read_backwards() -> None:
    steps = told("x @ W + b", ["W", "b"], ("x",))
    assert [step.kind for step in steps] == ["watch", *["record"] * 2, "seed", *["back"] * 3, "gradients"]
    assert [step.title for step in steps[1:3]] == ["x1 = x @ W", "result = x1 + b"]
    assert [step.title for step in steps[4:7]] == [
        "grad_x1 = grad_result",
        "grad_b = np.sum(grad_result, axis=0)",
        "grad_W = x.T @ grad_x1",
    ]
    assert "It does not watch x" in steps[0].text
    assert "(4, 3) → (3,). b was stretched along axis 0" in steps[5].text
    assert steps[-1].text == "Each gradient has the shape of its variable: W (2, 3) and b (3,)."


def test_a_gradient_grows_until_all_has_come() -> None:
    first, second = (step for step in told("s * s", ["s"]) if step.kind == "back")
    assert (first.complete, second.complete) == (False, True)
    assert "1 × 3 = 3. More will be added" in first.text
    assert "added to what came before" in second.text


@pytest.mark.parametrize(
    ("expression", "variables", "said"),
    [
        ("s + 1", ["s", "z"], "The result does not depend on z: the gradient is None, not 0."),
        ("s + 1", [], "There is no variable, so there is no gradient."),
        ("2 * 3", ["z"], "The result does not depend on z"),
        ("s", ["s"], "Each gradient has the shape of its variable: s ()."),
    ],
)
def test_what_has_no_gradient_is_said(expression: str, variables: list[str], said: str) -> None:
    assert said in told(expression, variables)[-1].text


def test_an_operation_on_constants_is_not_recorded() -> None:
    steps = told("square(x) @ W", ["W"], ("x",))
    assert "the tape does not record it" in steps[1].text


def test_a_kink_is_said_where_the_gradient_passes_it() -> None:
    assert any("TensorFlow takes 0" in step.text for step in told("relu(s - 3)", ["s"]))
