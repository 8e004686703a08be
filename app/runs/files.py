"""The files of a run: snapshots and checkpoints, each complete under its name or not there at all."""

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]


def write_arrays(path: Path, arrays: Arrays) -> None:
    """Write an .npz so that a crash at any moment leaves the old file or the new one, never half of one."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(path.parent)


def read_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """What `write_arrays` wrote."""
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)


def bytes_below(folder: Path) -> int:
    """Size of all files in a folder; files and folders may come and go meanwhile."""
    size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):
                size += Path(place, name).stat().st_size
    return size


class RunFiles:
    """The folder of one run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._snapshots = folder / "snapshots"
        self._memories = folder / "memories"

    def prepare(self) -> None:
        """Make the folder, and sweep out what a killed process left unfinished."""
        for kept in (self._snapshots, self._memories):
            kept.mkdir(parents=True, exist_ok=True)
        _sync_folder(self._folder.parent)
        for unfinished in self._folder.rglob(".*"):
            unfinished.unlink(missing_ok=True)

    def delete(self) -> None:
        """Remove everything."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def write_snapshot(self, step: int, weights: Arrays, memory: Arrays | None = None) -> None:
        """Keep the weights after `step` updates, and what the optimizer remembers, if anything."""
        if memory:
            write_arrays(self._memories / f"{step}.npz", memory)
        write_arrays(self._snapshots / f"{step}.npz", weights)

    def snapshot(self, step: int) -> dict[str, NDArray[Any]]:
        """The weights after `step` updates, named W1, b1, W2, b2 and so on."""
        return read_arrays(self._snapshots / f"{step}.npz")

    def memory(self, step: int) -> dict[str, NDArray[Any]] | None:
        """What the optimizer remembered after `step` updates, `velocity_W1` and so on; None if not kept."""
        try:
            return read_arrays(self._memories / f"{step}.npz")
        except FileNotFoundError:
            return None

    def snapshots(self) -> list[int]:
        """Steps whose weights are kept, ascending."""
        return sorted(int(file.stem) for file in self._snapshots.glob("[0-9]*.npz"))

    def delete_snapshots(self) -> None:
        """Free the space of all snapshots."""
        shutil.rmtree(self._snapshots, ignore_errors=True)
        self.delete_memories()

    def delete_memories(self) -> None:
        """Free the space of what the optimizer remembered."""
        shutil.rmtree(self._memories, ignore_errors=True)

    def write_checkpoint(self, attempt: int, step: int, state: Arrays) -> str:
        """Keep all that a new worker needs to go on after `step` updates; the file's name."""
        name = f"checkpoint-{attempt}-{step}.npz"
        write_arrays(self._folder / name, state)
        return name

    def checkpoint(self, name: str) -> dict[str, NDArray[Any]]:
        """The state in a checkpoint."""
        return read_arrays(self._folder / name)

    def delete_checkpoints(self, before: str | None = None) -> None:
        """Remove the checkpoints that are older than the one of that name, or all."""
        for file in self._folder.glob("checkpoint-*.npz"):
            if before is None or _age(file.name) < _age(before):
                file.unlink(missing_ok=True)


def _age(checkpoint: str) -> tuple[int, ...]:
    """(attempt, step): an earlier attempt is older, however far it came."""
    return tuple(int(number) for number in re.findall(r"\d+", checkpoint))


def _sync_folder(folder: Path) -> None:
    """Bring a rename to the disk; Windows does that by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
