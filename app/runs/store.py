"""The store: every run and every event, each event exactly once. What is not in here has not happened."""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, get_args

from app.errors import UnknownError
from app.runs.database import Database
from app.runs.events import Event, RunQueued
from app.runs.run import ENDED, Run, Status

RUNS_IN_MEMORY = 1000
"""A class asks for the list all the time, and most of its runs wait or have ended."""


class Row(NamedTuple):
    """What is stored of a run."""

    status: Status
    body: str
    """The run as JSON."""
    checkpoint: str | None
    """Name of the file from which a new worker can go on."""


class Store:
    """Runs and events in one SQLite file; safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        self._parsed = lru_cache(RUNS_IN_MEMORY)(Run.model_validate_json)

    def close(self) -> None:
        """Give the file back."""
        self._database.close()

    @property
    def bytes(self) -> int:
        """Size of all runs and events."""
        return self._database.bytes

    def create(self, run_id: str, event: RunQueued) -> Run:
        """Store a new run with its first event."""
        first = event.model_copy(update={"seq": 1})
        run = Run.queued(run_id, first)
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO runs (id, status, body) VALUES (?, ?, ?)",
                (run.id, run.status, run.model_dump_json()),
            )
            _insert_event(db, run_id, first)
        return run

    def append(self, run_id: str, event: Event) -> Run | None:
        """Store what is new in `event`, and the run after it, in one transaction; none if nothing is new.

        Errors: `unknown_run`, `illegal_move`, `missing_updates`.
        """
        with self._database.writing() as db:
            run = _run(db, run_id)
            news = run.news(event)
            if news is None:
                return None
            stored = news.model_copy(update={"seq": run.seq + 1})
            after = run.after(stored)
            _insert_event(db, run_id, stored)
            db.execute(
                "UPDATE runs SET status = ?, body = ? WHERE id = ?",
                (after.status, after.model_dump_json(), run_id),
            )
        return after

    def adopt(self, run: Run, events: Iterable[Event]) -> None:
        """Store a run that was lived elsewhere; it counts as older than all others."""
        with self._database.writing() as db:
            db.execute("DELETE FROM runs WHERE id = ?", (run.id,))
            db.execute(
                "INSERT INTO runs (number, id, status, body) "
                "SELECT min(coalesce(min(number), 0), 0) - 1, ?, ?, ? FROM runs",
                (run.id, run.status, run.model_dump_json()),
            )
            for event in events:
                _insert_event(db, run.id, event)

    def delete(self, run_id: str) -> None:
        """Forget a run and its events."""
        with self._database.writing() as db:
            db.execute("DELETE FROM runs WHERE id = ?", (run_id,))

    def run(self, run_id: str) -> Run:
        """A run as it stands now."""
        with self._database.reading() as db:
            return _run(db, run_id)

    def ended(self, run_id: str) -> bool:
        """Whether nothing can happen to a run any more."""
        with self._database.reading() as db:
            return _row(db, run_id).status in ENDED

    def runs(self) -> list[Run]:
        """All runs, the newest first."""
        with self._database.reading() as db:
            rows = db.execute("SELECT body FROM runs ORDER BY number DESC").fetchall()
        return [self._parsed(body) for (body,) in rows]

    def ended_runs(self) -> list[Run]:
        """The runs to which nothing can happen any more, in the order in which they ended.

        Told by the order of their last events, not by a clock, which may have been set back.
        """
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT runs.body FROM runs JOIN events "
                "ON events.run_id = runs.id AND events.seq = json_extract(runs.body, '$.seq') "
                "WHERE runs.status IN (?, ?, ?) ORDER BY events.rowid",
                tuple(ENDED),
            ).fetchall()
        return [self._parsed(body) for (body,) in rows]

    def counts(self) -> dict[Status, int]:
        """How many runs are in each state."""
        with self._database.reading() as db:
            found = dict(db.execute("SELECT status, count(*) FROM runs GROUP BY status").fetchall())
        return {status: found.get(status, 0) for status in get_args(Status)}

    def ids(self, *statuses: Status) -> list[str]:
        """The runs in one of these states, in the order in which they were accepted."""
        places = ", ".join("?" * len(statuses))
        with self._database.reading() as db:
            rows = db.execute(f"SELECT id FROM runs WHERE status IN ({places}) ORDER BY number", statuses)
            return [run_id for (run_id,) in rows]

    def events(self, run_id: str, since: int = 0, limit: int = -1) -> list[tuple[int, str]]:
        """Number and wire text of the events after number `since`, at most `limit` (-1: all)."""
        with self._database.reading() as db:
            return db.execute(
                "SELECT seq, body FROM events WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                (run_id, since, limit),
            ).fetchall()

    def record_checkpoint(self, run_id: str, attempt: int, name: str) -> bool:
        """Remember the file from which a new worker can go on; false if that attempt counts no more."""
        with self._database.writing() as db:
            run = _run(db, run_id)
            counts = attempt == run.attempt and not run.ended
            if counts:
                db.execute("UPDATE runs SET checkpoint = ? WHERE id = ?", (name, run_id))
        return counts

    def checkpoint(self, run_id: str) -> str | None:
        """Name of the last recorded checkpoint."""
        with self._database.reading() as db:
            return _row(db, run_id).checkpoint


def _insert_event(db: sqlite3.Connection, run_id: str, event: Event) -> None:
    db.execute("INSERT INTO events VALUES (?, ?, ?)", (run_id, event.seq, event.wire))


def _run(db: sqlite3.Connection, run_id: str) -> Run:
    return Run.model_validate_json(_row(db, run_id).body)


def _row(db: sqlite3.Connection, run_id: str) -> Row:
    row = db.execute("SELECT status, body, checkpoint FROM runs WHERE id = ?", (run_id,)).fetchone()
    if row is None:
        raise unknown_run(run_id)
    return Row(*row)


def unknown_run(run_id: str) -> UnknownError:
    """What to say about a run that is not there."""
    return UnknownError(
        "unknown_run", "There is no such run.", got=run_id, hint="All runs are listed at /api/runs."
    )
