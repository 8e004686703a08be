"""What the command line shows: a run's progress, the ten bars of a prediction, the steps of a lesson."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.bar import Bar
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table

from app.digits import mnist, picture
from app.errors import InvalidError
from app.lessons.course import law
from app.network.prediction import Prediction, predict
from app.runs.archive import Archive
from app.runs.run import Run
from app.runs.runs import Runs
from app.tensors.shown import Shown
from app.tensors.spelling import spelt
from app.tensors.trace import Trace

BAR_WIDTH = 40
MOST_PRINTED = 100
"""Of a larger tensor NumPy prints the corners."""


async def watch(runs: Runs, run: Run) -> Run:
    """Show a run's progress until its end, then how good it became; Ctrl-C cancels it."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns) as progress:
        task = progress.add_task(waiting(run), total=run.steps)
        try:
            async for text in runs.follow(run.id):
                show_event(progress, task, json.loads(text))
        except asyncio.CancelledError:
            runs.cancel(run.id)
    ended = runs.get(run.id)
    print(ending(ended))
    return ended


def waiting(run: Run) -> str:
    """Why a run has not begun yet."""
    return f"waiting behind {run.place} runs" if run.place else "waiting for TensorFlow"


def show_event(progress: Progress, task: TaskID, event: dict[str, Any]) -> None:
    """Bring the bar to what an event tells."""
    if event["type"] == "batches_trained":
        loss, accuracy = float(event["loss"][-1]), float(event["accuracy"][-1])
        progress.update(
            task,
            completed=event["first_step"] + len(event["loss"]),
            description=f"epoch {event['epoch']}  loss {loss:.4f}  accuracy {accuracy:.4f}",
        )
    elif event["type"] == "epoch_ended":
        progress.print(f"epoch {event['epoch']}: test accuracy {event['test_accuracy']:.4f}")


def ending(run: Run) -> str:
    """How a run ended, in one sentence."""
    if run.status == "finished":
        quality = f"test accuracy {run.test_accuracy:.4f}, test loss {run.test_loss:.4f}"
        return f"{quality}, {run.seconds:.1f} s (run {run.id})"
    return f"run {run.id} {run.status}" + (f": {run.problem.what} {run.problem.hint}" if run.problem else "")


def show_prediction(
    archive: Archive, file: Path | None, test_index: int | None, run: str | None, step: int | None
) -> None:
    """Ask a network for a picture or a test digit and draw its ten bars."""
    pixels, caption = subject(file, test_index)
    model = archive.model(run, step)
    prediction = predict(model.network, pixels)
    console = Console()
    console.print(f"{caption}, asked of run {model.run} after {model.step:,} updates")
    console.print(bars(prediction))
    console.print(verdict(prediction))


def verdict(prediction: Prediction) -> str:
    """The answer in one sentence."""
    if not prediction.prepared.input.any():
        return "There is no ink to read."
    return f"It looks like a {prediction.label}, {prediction.probabilities[prediction.label]:.2%}."


def subject(file: Path | None, test_index: int | None) -> tuple[NDArray[np.uint8], str]:
    """The pixels to ask about, and what they are."""
    if (file is None) == (test_index is None):
        raise InvalidError("no_subject", "Say what to look at.", expected="either FILE or --test-index N")
    if file is not None:
        return picture.read(file), file.name
    test = mnist.load().test
    if not 0 <= (index := test_index or 0) < len(test.labels):
        raise InvalidError("no_such_digit", "There is no such digit.", expected="0 to 9999", got=str(index))
    return test.images[index], f"test digit {index} (a {test.labels[index]})"


def bars(prediction: Prediction) -> Table:
    """Ten rows: class, bar, probability."""
    table = Table.grid(padding=(0, 1))
    for label, probability in enumerate(prediction.probabilities):
        style = "bold" if label == prediction.label else ""
        table.add_row(
            str(label), Bar(1, 0, float(probability), width=BAR_WIDTH), f"{probability:.5f}", style=style
        )
    return table


def show_lesson(lesson: ModuleType, trace: Trace) -> None:
    """A lesson's answer: its law, every step, what comes out, and the lines that do the same."""
    print(*paragraphs(lesson, trace), sep="\n\n")


def paragraphs(lesson: ModuleType, trace: Any) -> Iterator[str]:
    """What is printed of an answer."""
    yield f"{lesson.TITLE}\n{law(lesson)}"
    for n, step in enumerate(trace.steps, 1):
        yield f"{n}. {step.title}\n   {step.text}"
    yield from (outcome_text(name, outcome) for name, outcome in outcomes(trace))
    yield trace.code.numpy


def outcomes(trace: Any) -> Iterator[tuple[str, Any]]:
    """What comes out, under its name: the result, or the value and the gradient of each variable."""
    for name in ("result", "value"):
        if (outcome := getattr(trace, name, None)) is not None:
            yield name, outcome
    for name, gradient in getattr(trace, "gradients", {}).items():
        yield f"gradient of {name}", gradient


def outcome_text(name: str, outcome: Any) -> str:
    """A tensor as NumPy prints it; a number, or None where there is no gradient, on one line."""
    return tensor_text(name, outcome) if isinstance(outcome, Shown) else f"{name} = {outcome}"


def tensor_text(name: str, tensor: Shown) -> str:
    """A tensor as NumPy prints it, under its name, shape and dtype."""
    head = f"{name} {spelt(tensor.shape)} {tensor.dtype}" + (f", {tensor.preview}" if tensor.preview else "")
    with np.printoptions(threshold=MOST_PRINTED):
        return f"{head}\n{np.array(tensor.values, tensor.dtype)}"
