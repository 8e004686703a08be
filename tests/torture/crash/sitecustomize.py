"""Found on PYTHONPATH: kills server and worker at each step of keeping a checkpoint, each time one later.

CRASH_LOG is the file that counts the crashes, CRASH_AT the steps at which to crash. It happens at the second
checkpoint of a process, so that each comes further than the one before; SIGKILL lets nothing be tidied up.
"""

import io
import os
import pathlib
import re
import signal
import sqlite3
import sys
from multiprocessing.connection import Connection
from typing import Any

LOG = pathlib.Path(os.environ["CRASH_LOG"])
AT = os.environ["CRASH_AT"].split()
ROLE = "worker" if "--multiprocessing-fork" in sys.orig_argv else "server"
SPARED = 1


class Steps:
    """The steps of this process, up to the one at which it is its turn to die."""

    def __init__(self) -> None:
        self._crashes = LOG.read_text().count(ROLE) if LOG.exists() else 0
        self._checkpoints = 0
        self._steps = 0

    def before(self, step: str) -> None:
        """Die here, or let it happen."""
        if self._checkpoints != SPARED or step not in AT:
            return
        if self._steps == self._crashes:
            with LOG.open("a") as log:
                log.write(f"{ROLE} before {step}\n")
            os.kill(os.getpid(), signal.SIGKILL)
        self._steps += 1

    def end(self) -> None:
        """A checkpoint is kept."""
        self.before("end")
        self._checkpoints += 1


STEPS = Steps()
open_path, fsync, replace, unlink, send = pathlib.Path.open, os.fsync, os.replace, os.unlink, Connection.send
connect = sqlite3.connect


class File(io.FileIO):
    """A checkpoint on its way to the disk."""

    def write(self, data: Any) -> int:
        """Each of the writes that the system sees."""
        STEPS.before("write")
        return super().write(data)


class Database(sqlite3.Connection):
    """The database, in which a checkpoint is recorded."""

    recording = False

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        """Each statement."""
        if sql.startswith("UPDATE runs SET checkpoint"):
            STEPS.before("record")
            self.recording = True
        return super().execute(sql, *parameters)

    def __exit__(self, *error: Any) -> Any:
        if self.recording:
            STEPS.before("commit")
        done = super().__exit__(*error)
        if self.recording:
            STEPS.before("unlink")
            STEPS.end()
        self.recording = False
        return done


def opening(path: pathlib.Path, mode: str = "r", *options: Any, **named: Any) -> Any:
    """Path.open, for a checkpoint with our own file."""
    if mode == "wb" and path.name.startswith(".checkpoint"):
        return io.BufferedWriter(File(path, "wb"))
    return open_path(path, mode, *options, **named)


def syncing(descriptor: int) -> None:
    """os.fsync, of a checkpoint or of the folder of a run."""
    name = os.path.basename(os.readlink(f"/proc/self/fd/{descriptor}"))
    if re.fullmatch(r"\.checkpoint.*|[0-9a-f]{8}", name):
        STEPS.before("fsync")
    fsync(descriptor)


def renaming(source: Any, target: Any) -> None:
    """os.replace, of a checkpoint."""
    if os.path.basename(source).startswith(".checkpoint"):
        STEPS.before("rename")
    replace(source, target)


def sending(pipe: Connection, message: Any) -> None:
    """Connection.send, of a checkpoint's name."""
    told = type(message).__name__ == "CheckpointSaved"
    if told:
        STEPS.before("record")
    send(pipe, message)
    if told:
        STEPS.end()


pathlib.Path.open = opening  # type: ignore[assignment, method-assign]
os.fsync, os.replace = syncing, renaming  # type: ignore[assignment]
Connection.send = sending  # type: ignore[assignment, method-assign]
sqlite3.connect = lambda *where, **options: connect(*where, factory=Database, **options)  # type: ignore[assignment]
