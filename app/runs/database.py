"""The SQLite file: one writer, any number of readers, every commit on the disk before anybody hears of it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from app.errors import PlaygroundError

OURS = 0x54504C59  # "TPLY", SQLite's application_id
VERSION = 1

SCHEMA = f"""
PRAGMA journal_mode = WAL;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS runs (
    number INTEGER PRIMARY KEY,  -- in the order in which the runs were accepted
    id TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    body TEXT NOT NULL,          -- the Run as JSON
    checkpoint TEXT              -- name of the file from which a new worker can go on
);
CREATE INDEX IF NOT EXISTS runs_by_status ON runs (status, number);
CREATE TABLE IF NOT EXISTS events (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,          -- the event as it travels
    PRIMARY KEY (run_id, seq)
);
PRAGMA application_id = {OURS};
PRAGMA user_version = {VERSION};
COMMIT;
"""
USED_BYTES = (
    "SELECT (page_count - freelist_count) * page_size "
    "FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
)


class Database:
    """An open file of runs and events; its troubles come as `store_unusable`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        with self._troubles():
            self._writer = self._connect()
        try:
            self._prepare()
        except PlaygroundError:
            self._writer.close()
            raise

    def close(self) -> None:
        """Close every connection."""
        self._writer.close()
        while not self._idle.empty():
            self._idle.get().close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is stored, or nothing."""
        with self._troubles(), self._lock, self._writer as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading, lent for a moment; readers never wait for the writer."""
        with self._troubles():
            connection = self._idle_connection() or self._connect()
            try:
                yield connection
            finally:
                self._give_back(connection)

    @property
    def bytes(self) -> int:
        """Size of what is stored, without the room that was freed and will be used again."""
        with self.reading() as connection:
            (size,) = connection.execute(USED_BYTES).fetchone()
        return int(size)

    def _idle_connection(self) -> sqlite3.Connection | None:
        try:
            return self._idle.get_nowait()
        except Empty:
            return None

    def _give_back(self, connection: sqlite3.Connection) -> None:
        """Keep one for the next reader; there were more only while several read at the same time."""
        if self._idle.empty():
            self._idle.put(connection)
        else:
            connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    def _prepare(self) -> None:
        with self._troubles():
            owner = self._number("PRAGMA application_id")
            version = self._number("PRAGMA user_version")
            if self._number("SELECT count(*) FROM sqlite_master") == 0:
                self._writer.executescript(SCHEMA)
            elif owner != OURS:
                raise unusable(self._path, "a database of another program")
            elif version != VERSION:
                raise unusable(self._path, f"version {version}, made by a newer playground")

    def _number(self, query: str) -> int:
        number: int = self._writer.execute(query).fetchone()[0]
        return number

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise unusable(self._path, str(error)) from error


def unusable(path: Path, got: str) -> PlaygroundError:
    """What to say about a file that cannot be read or written, or is not ours."""
    return PlaygroundError(
        "store_unusable",
        f"The runs cannot be stored in {path}.",
        expected=f"a sound file of this playground (version {VERSION}), writable, and room on the disk",
        got=got,
        hint="Make room there, make it writable, or choose another folder with --data-dir; "
        "a file that is moved away is made anew.",
    )
