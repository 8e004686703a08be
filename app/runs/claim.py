"""Claim: only one playground may train in a data folder."""

import sqlite3
from pathlib import Path

from app.errors import ConflictError


class Claim:
    """A lock on a folder, held by an empty database; it ends with its process, however that ends."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(
            folder / "claim.db", timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            self._database.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._database.close()
            raise folder_in_use(folder) from error

    def release(self) -> None:
        """Let another playground in."""
        self._database.close()


def folder_in_use(folder: Path) -> ConflictError:
    """What to say when somebody else trains there."""
    return ConflictError(
        "folder_in_use",
        f"Another playground trains in {folder}.",
        expected="one playground for each data folder",
        got="two",
        hint="Stop the other one, or choose another folder with --data-dir.",
    )
