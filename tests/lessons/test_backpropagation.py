"""Backpropagation: the chapter's numbers, TensorFlow's gradients, and errors that mend themselves."""

from typing import Any

import numpy as np
import pytest

from app.errors import InvalidError
from app.lessons.backpropagation import EXAMPLE, PRESETS, BackpropagationTrace, Question, explain
from app.network.backend import tf

QUESTIONS = [question for _, question in PRESETS]
TITLES = [title for title, _ in PRESETS]


def ask(question: dict[str, Any]) -> BackpropagationTrace:
    """The trace of a question as it comes over the wire."""
    return explain(Question.model_validate({"check": False, **question}))


def refused(question: dict[str, Any]) -> InvalidError:
    """Why a question is not answered."""
    with pytest.raises(InvalidError) as refusal:
        ask(question)
    return refusal.value


def test_the_chapters_graph_has_the_chapters_numbers() -> None:
    trace = ask(EXAMPLE)
    assert trace.value == 1
    assert trace.gradients == {"y_true": -1, "x": 2, "w": 3, "b": 1}
    assert [(node.name, node.value) for node in trace.graph.nodes if node.parents] == [
        *[("x1", 6), ("x2", 9), ("x3", -1), ("loss", 1)]
    ]
    [path] = trace.paths["w"].listed
    assert (path.factors, path.product) == ([-1, -1, 1, 3], 3)


def test_only_the_gradients_that_are_asked_for_are_brought_back() -> None:
    trace = ask({**EXAMPLE, "wrt": ["w", "b"]})
    assert trace.gradients == {"w": 3, "b": 1}
    assert {trace.graph.nodes[step.parent].name for step in trace.backward} == {"x3", "x2", "x1", "w", "b"}


def test_the_order_of_steps_is_that_of_the_graph_and_of_the_chain_rule() -> None:
    trace = ask(EXAMPLE)
    assert [step.node for step in trace.forward] == sorted(step.node for step in trace.forward)
    complete = {trace.graph.nodes[-1].id}
    for i, step in enumerate(trace.backward):
        assert step.child in complete
        complete |= (
            {step.parent} if all(later.parent != step.parent for later in trace.backward[i + 1 :]) else set()
        )


@pytest.mark.parametrize("question", QUESTIONS, ids=TITLES)
def test_the_numpy_lines_compute_the_value_and_every_gradient(question: dict[str, Any]) -> None:
    trace, names = ask(question), dict[str, Any]()
    exec(trace.code.numpy, names)
    assert np.allclose(names["result"], trace.value)
    for name, gradient in trace.gradients.items():
        assert np.allclose(names[f"grad_{name}"], gradient)


@pytest.mark.parametrize("question", QUESTIONS, ids=TITLES)
def test_the_tape_of_tensorflow_finds_the_same_gradients(question: dict[str, Any]) -> None:
    trace, names = ask(question), dict[str, Any]()
    assert trace.code.keras
    assert "tf.GradientTape" in trace.code.keras
    exec(trace.code.keras.replace("import tensorflow as tf", ""), names | {"tf": tf}, names)
    assert np.allclose(names["result"], trace.value)
    for theirs, ours in zip(names["gradients"], trace.gradients.values(), strict=True):
        assert np.allclose(theirs, ours)


def test_a_nudge_moves_the_loss_by_the_gradient_times_its_size() -> None:
    nudge = ask({**EXAMPLE, "nudge": {"name": "w", "by": 0.01}}).nudge
    assert nudge
    assert [nudge.change, nudge.predicted] == pytest.approx([0.03, 0.03])


def test_a_name_without_a_value_is_given_one_or_is_another() -> None:
    error = refused({"expression": "abs(y_tru - u*x)", "values": {"x": 1, "y_true": 2}}).problem
    assert error.code == "unknown_name"
    assert error.fixes
    assert [fix["title"] for fix in error.fixes] == ["let y_tru and u be 1", "y_true"]
    assert ask(error.fixes[0]["question"]).value == 0
    assert refused(error.fixes[1]["question"]).problem.fixes


def test_shapes_that_do_not_fit_are_named_with_their_place() -> None:
    problem = refused({"expression": "sum(x @ W)", "values": {"x": [1, 2], "W": [[1], [2], [3]]}}).problem
    assert problem.code == "no_handshake"
    assert problem.place
    assert (problem.place.start, problem.place.end) == (4, 9)


@pytest.mark.parametrize(
    "more", [{"wrt": ["gone"]}, {"nudge": {"name": "gone"}}, {"values": {**EXAMPLE["values"], "x": "much"}}]
)
def test_what_is_asked_about_must_be_there(more: dict[str, Any]) -> None:
    assert refused({**EXAMPLE, **more}).problem.code in {"unknown_variable", "not_a_number"}


@pytest.mark.parametrize("more", [{"wrt": ["Y_true", "w"]}, {"nudge": {"name": "y_tru", "by": 0.5}}])
def test_what_is_nearly_the_name_of_a_variable_is_offered(more: dict[str, Any]) -> None:
    problem = refused({**EXAMPLE, **more}).problem
    assert [fix["title"] for fix in problem.fixes or ()] == ["y_true", "all variables"]
    near, every = [ask(fix["question"]) for fix in problem.fixes or ()]
    assert near.gradients["y_true"] == -1
    assert list(every.gradients) == ["y_true", "x", "w", "b"]
    assert near.nudge is None or (near.nudge.name, near.nudge.by) == ("y_true", 0.5)


def test_values_that_the_expression_does_not_mention_do_no_harm() -> None:
    assert ask({**EXAMPLE, "values": {**EXAMPLE["values"], "unused": [[1, 2]]}}).value == 1


def test_what_is_not_finite_travels_as_words() -> None:
    trace = ask({"expression": "log(x)", "values": {"x": 0}})
    assert (trace.value, trace.gradients) == ("-Infinity", {"x": "Infinity"})
    assert trace.backward[0].kink


def test_a_lonely_variable_is_its_own_loss() -> None:
    trace = ask({"expression": "x", "values": {"x": 5}})
    assert (trace.value, trace.gradients, trace.backward) == (5, {"x": 1}, ())
