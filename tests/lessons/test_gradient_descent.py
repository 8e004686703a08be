"""Paths go where Keras goes, each preset shows what it promises, and code and page agree."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.descent.landscapes import LANDSCAPES
from app.descent.optimizers import KINDS
from app.descent.presets import EXAMPLE
from app.errors import InvalidError
from app.lessons.gradient_descent import PRESETS, DescentTrace, Question, explain

QUESTIONS = dict(PRESETS)
FATES = {
    "downhill": ["lowest"],
    "too small": ["underway"],
    "too large": ["diverged"],
    "random places": ["underway"],
    "stuck": ["stuck"],
    "momentum escapes": ["stuck", "lowest"],
    "the chapter’s loop": ["bouncing", "lowest"],
    "the same with momentum 0.9": ["stuck", "lowest"],
    "a plateau": ["stuck", "lowest"],
    "a kink": ["bouncing", "underway"],
    "a ravine": ["lowest", "lowest"],
    "a saddle": ["underway", "lowest"],
    "Rosenbrock": ["underway", "underway"],
    "the race": ["lowest", "underway", "lowest", "lowest", "lowest", "lowest"],
}


def ask(question: dict[str, Any]) -> DescentTrace:
    """The trace of a question as it comes over the wire."""
    return explain(Question.model_validate(question))


@pytest.mark.parametrize("title", QUESTIONS)
def test_every_preset_ends_as_its_title_says(title: str) -> None:
    assert [path.fate for path in ask(QUESTIONS[title]).paths] == FATES[title]


@pytest.mark.parametrize("title", ["the chapter’s loop", "the same with momentum 0.9"])
def test_the_chapters_loop_ends_at_a_loss_of_a_hundredth_only_with_the_forgotten_line(title: str) -> None:
    written, mended = ask(QUESTIONS[title]).paths
    assert min(written.losses) > 0.01
    assert len(written.losses) == QUESTIONS[title]["steps"] + 1
    assert mended.losses[-1] <= 0.01 < mended.losses[-2]


def shorter(title: str) -> dict[str, Any]:
    """A preset; of random places only the first, for each step multiplies the smallest difference."""
    return {**QUESTIONS[title], "steps": 8} if title == "random places" else QUESTIONS[title]


@pytest.mark.parametrize("title", QUESTIONS)
def test_the_numpy_lines_end_where_the_paths_do(title: str) -> None:
    trace, names = ask(shorter(title)), dict[str, Any]()
    exec(trace.code.numpy, names)
    # Central differences stand in for the gradient.
    assert np.allclose(names["result"], trace.result.values, atol=1e-3)


@pytest.mark.parametrize("title", ["random places", "the chapter’s loop", "a kink", "the race"])
def test_the_keras_lines_end_there_too(keras_lines: Any, title: str) -> None:
    trace = ask(shorter(title))
    assert trace.code.keras
    assert np.allclose(keras_lines(trace.code.keras), trace.result.values, rtol=1e-4, atol=1e-4)


@settings(max_examples=40)
@given(
    st.sampled_from(sorted(LANDSCAPES)),
    st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=6),
    st.integers(1, 30),
    st.floats(1e-4, 1000),
)
def test_whatever_happens_can_travel(function: str, names: list[str], steps: int, rate: float) -> None:
    optimizers = [{"name": name, "learning_rate": rate} for name in names]
    trace = ask({"function": function, "optimizers": optimizers, "steps": steps})
    sent = json.loads(trace.model_dump_json(), parse_constant=lambda bare: pytest.fail(f"{bare} is no JSON"))
    for path in sent["paths"]:
        assert len(path["points"]) == len(path["losses"]) == len(path["gradients"]) <= steps + 1
    assert len(sent["steps"]) == max(len(path["losses"]) for path in sent["paths"])


def test_a_way_that_diverges_says_so_and_offers_a_rate_that_works() -> None:
    trace = ask({**QUESTIONS["too large"], "function": "x ** 4"})
    [path] = trace.paths
    assert path.losses[-1] in ("Infinity", "NaN") or path.points[-1][0] in ("Infinity", "-Infinity", "NaN")
    assert "At step" in path.text
    [fix] = path.fixes
    assert ask(fix["question"]).paths[0].fate != "diverged"


def test_a_ball_that_stands_on_a_kink_is_told_of_it() -> None:
    question = {
        "function": "kink",
        "start": [1],
        "steps": 3,
        "optimizers": [{"name": "sgd", "learning_rate": 0.5}],
    }
    trace = ask(question)
    assert ["corner at 0" in step.text for step in trace.steps] == [False, False, True, True]
    assert trace.paths[0].text.endswith("TensorFlow takes 0.")
    [kink] = trace.landscape.kinks
    assert [trace.landscape.x[place] for place in kink.at] == [0]


def test_a_place_on_a_curve_may_be_a_lonely_number() -> None:
    assert ask({**EXAMPLE, "start": 3}).start == (3.0,)


@pytest.mark.parametrize("start", [[1.0, 2.0], [1e7], []])
def test_a_start_that_is_no_place_is_refused_with_one_that_is(start: list[float]) -> None:
    if not start:
        assert ask({**EXAMPLE, "start": start}).start == (-2.5,)
        return
    with pytest.raises(InvalidError) as refused:
        ask({**EXAMPLE, "start": start})
    assert refused.value.problem.code == "start_does_not_fit"
    assert all(ask(fix["question"]) for fix in refused.value.problem.fixes or ())
    assert refused.value.problem.fixes


def test_what_is_nearly_a_function_is_offered_as_a_whole_question() -> None:
    with pytest.raises(InvalidError) as refused:
        ask({**EXAMPLE, "function": "sine(x)"})
    fixes = [fix["question"] for fix in refused.value.problem.fixes or ()]
    assert {"function": "sin(x)"}.items() <= fixes[0].items()
    assert fixes[0]["optimizers"][0]["learning_rate"] == 0.1


def test_an_expression_of_ones_own_is_a_landscape() -> None:
    trace = ask({"function": "x ** 2 + 3 * abs(y)", "start": [8, 1], "optimizers": [{"name": "adam"}]})
    assert trace.landscape.y
    assert (trace.landscape.x[0], trace.landscape.x[-1]) == (-10, 10)
    assert trace.paths[0].points[0] == [8, 1]
