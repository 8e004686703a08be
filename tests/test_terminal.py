"""What the terminal shows is what happened."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.progress import Progress

from app.cli import answered
from app.errors import InvalidError, Problem
from app.lessons.course import LESSONS, law, lesson
from app.network.forward import Layer
from app.network.prediction import predict
from app.network.spec import Spec
from app.runs.events import BatchesTrained, RunCancelled, RunFailed, RunFinished, RunQueued, RunStarted
from app.runs.run import Run
from app.tensors.shown import shown
from app.terminal import ending, outcome_text, outcomes, show_event, show_lesson, tensor_text, verdict


def running() -> Run:
    """A run that just started."""
    return Run.queued("abc", RunQueued(spec=Spec())).after(RunStarted())


def test_the_bar_stands_where_the_run_does() -> None:
    progress = Progress(disable=True)
    task = progress.add_task("", total=10)
    event = BatchesTrained(epoch=2, first_step=4, loss=(0.5, 0.25), accuracy=(0.5, 1.0), seconds=1)
    show_event(progress, task, event.model_dump(mode="json"))
    assert progress.tasks[0].completed == 6
    assert progress.tasks[0].description == "epoch 2  loss 0.2500  accuracy 1.0000"


def test_a_finished_run_ends_with_its_test_accuracy() -> None:
    run = running().after(RunFinished(test_loss=0.07, test_accuracy=0.9785, seconds=12.34))
    assert ending(run) == "test accuracy 0.9785, test loss 0.0700, 12.3 s (run abc)"


def test_a_failed_run_ends_with_its_reason_and_a_cancelled_one_says_so() -> None:
    problem = Problem(code="diverged", what="The loss is NaN.", hint="Try less.")
    assert ending(running().after(RunFailed(problem=problem))) == "run abc failed: The loss is NaN. Try less."
    assert ending(running().after(RunCancelled())) == "run abc cancelled"


def test_a_blank_picture_gets_no_verdict() -> None:
    layer = Layer(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax")
    assert verdict(predict((layer,), np.zeros((28, 28), np.uint8))) == "There is no ink to read."


EXAMPLES = [
    (entry.slug, title, question) for entry in LESSONS for title, question in lesson(entry.slug).PRESETS
]


@pytest.mark.parametrize(
    ("slug", "question"),
    [(slug, question) for slug, _, question in EXAMPLES],
    ids=[f"{slug}: {title}" for slug, title, _ in EXAMPLES],
)
def test_every_example_of_every_lesson_is_told_completely(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, slug: str, question: dict[str, Any]
) -> None:
    module = lesson(slug)
    try:
        trace = answered(tmp_path, module, module.Question.model_validate(question))
    except InvalidError:
        return  # an example that shows what is refused
    show_lesson(module, trace)
    said = capsys.readouterr().out
    assert said.startswith(f"{module.TITLE}\n{law(module)}\n")
    assert all(f"{step.title}\n   {step.text}\n" in said for step in trace.steps)
    assert all(outcome_text(name, outcome) in said for name, outcome in outcomes(trace))
    assert said.endswith(f"{trace.code.numpy}\n")


def test_a_value_and_its_gradients_are_told_as_an_outcome() -> None:
    module = lesson("backpropagation")
    trace = module.explain(module.Question.model_validate(module.PRESETS[0][1]))
    told = [outcome_text(name, outcome) for name, outcome in outcomes(trace)]
    assert {"value = 1.0", "gradient of w = 3.0", "gradient of b = 1.0"} <= set(told)


def test_a_tensor_is_printed_as_numpy_prints_it() -> None:
    assert tensor_text("result", shown(np.array([np.nan, 1]))) == "result (2,) float64\n[nan  1.]"
    assert tensor_text("b1", shown(np.array(2, np.uint8))) == "b1 () uint8\n2"


def test_a_large_tensor_is_printed_by_its_corners_and_a_preview_says_so() -> None:
    said = tensor_text("W1", shown(np.zeros((784, 512))))
    assert said.startswith(
        "W1 (784, 512) float64, the first (49, 64) of (784, 512)\n[[0. 0. 0. ... 0. 0. 0.]"
    )
    assert said.count("\n") < 10
