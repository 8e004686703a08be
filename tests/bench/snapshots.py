"""A program: the chapter's run, `with` its snapshots or `without`, timed from its first event to its last."""

import sys
import tempfile
from pathlib import Path

from app.network.spec import Spec
from app.runs import train
from app.runs.engine import Job
from app.runs.saver import CheckpointSaved, Notice


def run() -> float:
    """Seconds."""
    notices: list[Notice] = []
    with tempfile.TemporaryDirectory() as folder:
        train.train(Job("bench", Spec(), 1, Path(folder), None), notices.append, lambda: False)
    first, *_, last = (notice for notice in notices if not isinstance(notice, CheckpointSaved))
    return (last.at - first.at).total_seconds()


if __name__ == "__main__":
    if sys.argv[1] == "without":
        setattr(train, "snapshot_steps", lambda spec: [spec.steps])  # noqa: B010  # it is theirs, imported
    print(run())
