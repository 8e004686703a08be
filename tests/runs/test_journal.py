"""The journal: turns in the life of a run, with its id; not its progress."""

import json
import logging
from typing import Any

import pytest

from app.errors import Problem
from app.log import JsonLines
from app.network.spec import Spec
from app.runs.events import Event, RunFailed, RunFinished, RunQueued, SnapshotSaved
from app.runs.journal import note
from tests.runs.scripted import batches


def noted(caplog: pytest.LogCaptureFixture, event: Event) -> list[dict[str, Any]]:
    """The lines about an event."""
    caplog.clear()
    with caplog.at_level(logging.INFO):
        note("one", event)
    lines = (json.loads(JsonLines().format(record)) for record in caplog.records)
    return [{name: value for name, value in line.items() if name != "time"} for line in lines]


def test_the_beginning_and_the_end_of_a_run_are_noted(caplog: pytest.LogCaptureFixture) -> None:
    head = {"level": "info", "run": "one", "attempt": 1}
    assert noted(caplog, RunQueued(spec=Spec())) == [{"event": "run_queued", **head}]
    finished = RunFinished(test_loss=float("nan"), test_accuracy=0.5, seconds=1)
    assert noted(caplog, finished) == [
        {"event": "run_finished", **head, "test_loss": "NaN", "test_accuracy": 0.5, "seconds": 1}
    ]


def test_a_failure_is_a_warning_that_says_why(caplog: pytest.LogCaptureFixture) -> None:
    (line,) = noted(caplog, RunFailed(problem=Problem(code="diverged", what="It diverged.")))
    assert (line["level"], line["problem"]["code"]) == ("warning", "diverged")


def test_progress_is_no_news(caplog: pytest.LogCaptureFixture) -> None:
    assert noted(caplog, batches(0, 3)) == []
    assert noted(caplog, SnapshotSaved(step=1)) == []
