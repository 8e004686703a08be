"""Retention: runs that ended long ago make room, by age and by bytes; the recorded run stays."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path

from app.runs.files import RunFiles, bytes_below
from app.runs.limits import Limits
from app.runs.recorded import RECORDED
from app.runs.run import Run
from app.runs.store import Store

log = logging.getLogger(__name__)


def retain(store: Store, folder: Path, limits: Limits) -> Iterator[str]:
    """Delete the ended runs that are too old, then those that ended first until the rest fits; their ids.

    The one that ended last is never too much: somebody has just waited for it.
    """
    ended = [run for run in store.ended_runs() if run.id != RECORDED]
    most = inf if limits.keep_bytes is None else limits.keep_bytes
    files = bytes_below(folder)  # looked through once: it may hold thousands
    for run in ended:
        if _too_old(run, limits.keep_days):
            reason = "age"
        elif run is not ended[-1] and store.bytes + files > most:
            reason = "bytes"
        else:
            return
        files -= bytes_below(folder / run.id)
        forget(run.id, store, folder, reason)
        yield run.id


def taken(store: Store, folder: Path) -> int:
    """Bytes of everything that is kept of runs."""
    return store.bytes + bytes_below(folder)


def forget(run_id: str, store: Store, folder: Path, reason: str) -> None:
    """Delete a run: events, snapshots, checkpoints."""
    RunFiles(folder / run_id).delete()
    store.delete(run_id)
    log.info("run_deleted", extra={"run": run_id, "reason": reason})


def _too_old(run: Run, days: float | None) -> bool:
    age = datetime.now(UTC) - (run.ended_at or run.created_at)
    return days is not None and age > timedelta(days=days)
