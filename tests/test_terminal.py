"""What the terminal shows is what happened."""

from rich.progress import Progress

from app.network.spec import Spec
from app.runs.events import BatchesTrained, RunFinished, RunQueued, RunStarted
from app.runs.run import Run
from app.terminal import ending, show_event


def test_the_bar_stands_where_the_run_does() -> None:
    progress = Progress(disable=True)
    task = progress.add_task("", total=10)
    event = BatchesTrained(epoch=2, first_step=4, loss=(0.5, 0.25), accuracy=(0.5, 1.0))
    show_event(progress, task, event.model_dump(mode="json"))
    assert progress.tasks[0].completed == 6
    assert progress.tasks[0].description == "epoch 2  loss 0.2500  accuracy 1.0000"
