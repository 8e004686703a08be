"""Table: the curves of a run as CSV, a row for each update."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

COLUMNS = ("step", "epoch", "loss", "accuracy", "test_loss", "test_accuracy")


def as_csv(events: Iterable[str]) -> str:
    """The curves that a run's events, as they travel, tell.

    `step` counts the updates done, from 1. The test columns are filled where the test set was evaluated: in
    the last row of each epoch.
    """
    text = StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(rows(map(json.loads, events)))
    return text.getvalue()


def rows(events: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One for each update, the last of an epoch only when its evaluation can be in it."""
    last: dict[str, Any] = {}
    for event in events:
        if event["type"] == "batches_trained":
            for row in updates(event):
                yield from [last] if last else []
                last = row
        elif event["type"] == "epoch_ended":
            last |= {name: event[name] for name in ("test_loss", "test_accuracy")}
    yield from [last] if last else []


def updates(event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of some updates."""
    pairs = zip(event["loss"], event["accuracy"], strict=True)
    for step, (loss, accuracy) in enumerate(pairs, event["first_step"] + 1):
        yield {"step": step, "epoch": event["epoch"], "loss": loss, "accuracy": accuracy}
