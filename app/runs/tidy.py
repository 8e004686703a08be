"""Tidying up: an ended run needs no checkpoint, and only those that ended last keep their snapshots."""

from pathlib import Path

from app.runs.files import RunFiles
from app.runs.recorded import RECORDED
from app.runs.run import is_id
from app.runs.store import Store

RUNS_WITH_SNAPSHOTS = 20
RUNS_WITH_MEMORIES = 5
"""An optimizer remembers as much as there are weights, or twice that."""


def tidy(run_id: str, store: Store, folder: Path) -> None:
    """Remove what nobody needs any more once that run has ended."""
    RunFiles(folder / run_id).delete_checkpoints()
    ended = [run for run in store.ended_runs() if run.id != RECORDED]
    oldest_first = [run for run in ended if RunFiles(folder / run.id).snapshots()]
    for old in oldest_first[:-RUNS_WITH_SNAPSHOTS]:
        RunFiles(folder / old.id).delete_snapshots()
    for old in oldest_first[:-RUNS_WITH_MEMORIES]:
        RunFiles(folder / old.id).delete_memories()


def sweep(store: Store, folder: Path) -> None:
    """Remove what a killed playground could not: the files of deleted runs, the checkpoints of ended ones."""
    known = {run.id: run for run in store.runs()}
    for files in (path for path in folder.iterdir() if is_id(path.name)):
        if files.name not in known:
            RunFiles(files).delete()
        elif known[files.name].ended:
            RunFiles(files).delete_checkpoints()
