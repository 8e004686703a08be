"""One update of a real run is made again, number by number, and is the one that the run made."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from app.digits.mnist import Split, load
from app.errors import InvalidError
from app.lessons.training_step import PRESETS, Question, TrainingStepTrace, explain
from app.network.spec import Adam, HiddenLayer, Spec
from app.runs.archive import Archive
from app.runs.engine import Job
from app.runs.events import Event, RunQueued
from app.runs.train import train

SPEC = Spec(
    hidden=(HiddenLayer(units=16), HiddenLayer(units=12, activation="tanh")),
    optimizer=Adam(),
    epochs=2,
    train_samples=160,
    batch_size=50,
)


@pytest.fixture(scope="module")
def digits() -> Split:
    return load().train


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The recorded run, and a finished one of our own."""
    folder = tmp_path_factory.mktemp("data")
    archive = Archive(folder)
    archive.open()
    store = archive._store
    store.create("own", RunQueued(spec=SPEC))
    said: list[Any] = []
    train(Job("own", SPEC, 1, folder / "runs" / "own", None), said.append, lambda: False)
    for event in said:
        if isinstance(event, Event):
            store.append("own", event)
    yield archive
    archive.close()


def asked(archive: Archive, digits: Split, **question: Any) -> TrainingStepTrace:
    parsed = Question.model_validate(question)
    return explain(parsed, archive.training_step(parsed.run, parsed.step, digits))


def test_the_shown_update_is_the_one_that_the_run_made(archive: Archive, digits: Split) -> None:
    assert archive.snapshots("own") == [0, 1, 2, 4, 8]
    for step in (0, 1):
        before, after = (archive.training_step("own", at, digits) for at in (step, step + 1))
        trace = asked(archive, digits, run="own", step=step)
        assert trace.loss.before == pytest.approx(float(before.tensor("loss")))
        for name in ("W1", "b1", "W2", "b2", "W3", "b3"):
            shown = asked(
                archive,
                digits,
                run="own",
                step=step,
                element={"tensor": f"new_{name}", "index": (3,) * after.tensor(name).ndim},
            )
            assert shown.element
            assert shown.element.value == pytest.approx(
                float(after.tensor(name)[shown.element.index]), abs=1e-5
            )


def test_without_a_step_it_is_the_newest_that_an_update_followed(archive: Archive, digits: Split) -> None:
    assert (asked(archive, digits).run, asked(archive, digits).step) == ("own", 4)
    last = asked(archive, digits, run="own", step=8)
    assert (last.epoch, last.epochs, last.number) == (3, 2, 1)


@pytest.mark.parametrize(("title", "question"), PRESETS, ids=[title for title, _ in PRESETS])
def test_every_preset_lets_the_loss_of_its_batch_fall(
    title: str, question: dict[str, Any], archive: Archive, digits: Split
) -> None:
    trace = asked(archive, digits, **question)
    assert trace.loss.after < trace.loss.before
    assert trace.parameters == 407_050
    assert trace.memory.origin == ("fresh" if question["step"] == 0 else "estimated")
    assert {"X", "W1", "dW1", "velocity_W1", "new_W1"} <= trace.tensors.keys()


def test_a_gradient_has_one_term_an_image_and_survives_a_nudge(archive: Archive, digits: Split) -> None:
    place = {"tensor": "dW1", "index": [300, 11]}
    trace = asked(archive, digits, run="recorded", step=64, element=place, nudge={**place, "tensor": "W1"})
    assert trace.element
    assert trace.nudge
    assert (len(trace.element.terms), trace.element.over) == (128, "images")
    assert sum(trace.element.terms) == pytest.approx(trace.element.value, abs=1e-7)
    assert trace.nudge.difference == pytest.approx(trace.element.value, abs=1e-6)
    assert np.shape(trace.element.image) == (28, 28)


def test_of_a_block_the_strongest_number_is_told(archive: Archive, digits: Split) -> None:
    element = {"tensor": "dW1", "index": [0, 0], "block": [784, 512]}
    trace = asked(archive, digits, run="recorded", step=64, element=element, pictures=False)
    gradient = archive.training_step("recorded", 64, digits).tensor("dW1")
    assert trace.element
    assert abs(trace.element.value) == np.abs(gradient).max()
    assert all(tensor.heat is None for tensor in trace.tensors.values())


@pytest.mark.parametrize("element", [{"tensor": "W9", "index": []}, {"tensor": "W1", "index": [784, 0]}])
def test_what_there_is_not_is_refused(element: dict[str, Any], archive: Archive, digits: Split) -> None:
    with pytest.raises(InvalidError) as refused:
        asked(archive, digits, run="recorded", step=0, element=element)
    assert refused.value.problem.code in {"unknown_tensor", "no_such_element"}
