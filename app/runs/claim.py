"""Claim: only one playground may train in a data folder."""

import sqlite3
from pathlib import Path

from app.errors import ConflictError, PlaygroundError
from app.runs.database import unusable


class Claim:
    """A lock on a folder, held by an empty database; it ends with its process, however that ends.

    Errors: `folder_in_use`, `store_unusable`.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._database = _locked(folder / "claim.db")
        except (OSError, sqlite3.DatabaseError) as error:
            raise _refusal(folder, error) from error

    def release(self) -> None:
        """Let another playground in."""
        self._database.close()


def _locked(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        database.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _refusal(folder: Path, error: Exception) -> PlaygroundError:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
        return folder_in_use(folder)
    return unusable(folder, str(error))


def folder_in_use(folder: Path) -> ConflictError:
    """What to say when somebody else trains there."""
    return ConflictError(
        "folder_in_use",
        f"Another playground trains in {folder}.",
        expected="one playground for each data folder",
        got="two",
        hint="Stop the other one, or choose another folder with --data-dir.",
    )
