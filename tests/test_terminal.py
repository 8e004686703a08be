"""What the terminal shows is what happened."""

import numpy as np
from rich.progress import Progress

from app.errors import Problem
from app.network.forward import Layer
from app.network.prediction import predict
from app.network.spec import Spec
from app.runs.events import BatchesTrained, RunCancelled, RunFailed, RunFinished, RunQueued, RunStarted
from app.runs.run import Run
from app.terminal import ending, show_event, verdict


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
