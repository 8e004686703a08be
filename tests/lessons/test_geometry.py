"""Affine layers collapse into exactly one; relu bends; code and page agree."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from app.errors import InvalidError
from app.lessons.geometry import EXAMPLE, PRESETS, GeometryTrace, Question, explain
from app.tensors.affine import GRID
from app.tensors.nested import typed
from app.tensors.spelling import words

NUMBERS = st.floats(-3, 3, allow_subnormal=False)
LAYERS = st.fixed_dictionaries(
    {
        "W": npst.arrays(float, (2, 2), elements=NUMBERS).map(np.ndarray.tolist),
        "b": npst.arrays(float, 2, elements=NUMBERS).map(np.ndarray.tolist),
        "relu": st.booleans(),
    }
)
ROWS = st.tuples(st.integers(1, 5), st.just(2))
POINTS = npst.arrays(bool, ROWS) | npst.arrays(np.int64, ROWS, elements=st.integers(-100, 100))
POINTS |= npst.arrays(float, ROWS, elements=st.floats(-100, 100, allow_subnormal=False))


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """One to four layers, and points of any dtype or the grid."""
    question: dict[str, Any] = {"layers": draw(st.lists(LAYERS, min_size=1, max_size=4))}
    if draw(st.booleans()):
        question["points"] = {"values": words(draw(POINTS))}
    return question


def ask(question: dict[str, Any]) -> GeometryTrace:
    """The trace of a question as it comes over the wire."""
    return explain(Question.model_validate(question))


def chapter(layers: list[dict[str, Any]], points: Any) -> list[Any]:
    """The chapter's own formula, layer after layer."""
    images = []
    for layer in layers:
        points = np.dot(points, np.transpose(layer["W"])) + layer["b"]
        points = np.where(points < 0, 0, points) if layer["relu"] else points
        images.append(points)
    return images


@given(questions())
def test_every_layer_is_the_chapters_relu_of_dot_plus_b(question: dict[str, Any]) -> None:
    points = typed(question["points"]["values"]) if "points" in question else GRID.reshape(-1, 2)
    trace = ask(question)
    for layer, expected in zip(trace.layers, chapter(question["layers"], points), strict=True):
        assert layer.points.shape == expected.shape
        assert np.array_equal(typed(layer.points.values), expected, equal_nan=True)
    assert trace.result == trace.layers[-1].points


@given(questions())
def test_layers_collapse_exactly_where_no_relu_stands_between_two(question: dict[str, Any]) -> None:
    trace = ask(question)
    between = any(layer["relu"] for layer in question["layers"][:-1])
    assert (trace.collapsed is None) == between
    if trace.collapsed:
        once = {"W": trace.collapsed.W, "b": trace.collapsed.b, "relu": question["layers"][-1]["relu"]}
        [image] = chapter([once], GRID.reshape(-1, 2))
        expected = chapter(question["layers"], GRID.reshape(-1, 2))[-1]
        assert np.allclose(image, expected, atol=1e-6 * (1 + np.abs(expected).max()))


@given(questions())
def test_the_steps_tell_every_part_of_every_layer(question: dict[str, Any]) -> None:
    told = [(step.layer, step.kind) for step in ask(question).steps]
    for i, layer in enumerate(question["layers"]):
        assert (i, "linear") in told
        assert ((i, "translation") in told) == any(layer["b"])
        assert ((i, "relu") in told) == layer["relu"]
    assert ((None, "bend") in told) == any(layer["relu"] for layer in question["layers"])


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_every_preset_is_what_its_title_says(title: str, question: dict[str, Any]) -> None:
    trace = ask(question)
    told = " ".join((trace.layers[0].kind, *(step.title.lower() for step in trace.steps)))
    promised = {
        "a flat plane": "flattening",
        "affine": "rotation",
        "two layers are one": "one layer does the same",
    }
    relu = {"a dense layer": "no w·x + b does this", "relu between": "no w·x + b does this"}
    assert (promised | relu).get(title, title) in told


def test_the_product_of_two_layers_is_w2_times_w1() -> None:
    trace = ask(EXAMPLE)
    (w1, b1), (w2, b2) = ((np.array(layer.W), np.array(layer.b)) for layer in trace.layers)
    assert trace.collapsed
    assert np.allclose(trace.collapsed.W, w2 @ w1)
    assert np.allclose(trace.collapsed.b, w2 @ b1 + b2)


def test_a_real_digit_goes_through_pixel_by_pixel() -> None:
    inked = np.argwhere(np.eye(28) > 0) / 7 - 2
    trace = ask({**EXAMPLE, "points": {"values": inked.tolist()}})
    assert trace.result.shape == inked.shape


@pytest.mark.parametrize(
    "layer",
    [{"W": [[1, 2, 3], [4, 5, 6]]}, {"W": [[1, 2], [3]]}, {"W": []}, {"W": [[1, 0], [0, 1]], "b": [1]}],
)
def test_a_layer_that_leaves_the_plane_is_refused_with_one_that_fits(layer: dict[str, Any]) -> None:
    with pytest.raises(InvalidError) as refused:
        ask({"layers": [EXAMPLE["layers"][0], layer]})
    problem = refused.value.problem
    assert (problem.code, problem.what) == (
        "not_in_the_plane",
        "Layer 2 does not take the plane to the plane.",
    )
    assert all(ask(fix["question"]) for fix in problem.fixes or ())
    assert problem.fixes


@pytest.mark.parametrize("points", [{"values": [1, 2]}, {"shape": [3]}, {"shape": [2, 3]}, {"values": 1}])
def test_points_are_pairs(points: dict[str, Any]) -> None:
    with pytest.raises(InvalidError) as refused:
        ask({**EXAMPLE, "points": points})
    assert refused.value.problem.code == "no_points"
    assert [ask(fix["question"]).points.shape for fix in refused.value.problem.fixes or ()] == [(81, 2)]


def test_what_is_not_finite_stays_so() -> None:
    trace = ask(
        {"layers": [{"W": [[1, 0], [0, 1]]}], "points": {"values": [["Infinity", 1], ["NaN", 1e308]]}}
    )
    assert trace.result.values[1] == ["NaN", "NaN"]


def test_many_points_are_shown_as_a_preview() -> None:
    trace = ask({**EXAMPLE, "points": {"shape": [32_768, 2]}})
    assert trace.result.shape == (32_768, 2)
    assert trace.result.preview


@given(questions())
def test_the_numpy_lines_compute_what_is_shown(question: dict[str, Any]) -> None:
    trace, names = ask(question), dict[str, Any]()
    exec(trace.code.numpy, names)
    assert np.array_equal(np.array(words(names["result"])), np.array(trace.result.values))
    if len(question["layers"]) > 1 and trace.collapsed:
        assert np.allclose(names["W"], trace.collapsed.W)
        assert np.allclose(names["b"], trace.collapsed.b)


@pytest.mark.parametrize("question", [question for _, question in PRESETS])
def test_the_keras_lines_compute_the_same(keras_lines: Any, question: dict[str, Any]) -> None:
    trace = ask(question)
    assert trace.code.keras
    assert np.allclose(keras_lines(trace.code.keras), trace.result.values, atol=1e-5)
