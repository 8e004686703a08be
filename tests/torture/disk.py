"""Disk: a real file system of its own, which can be filled, and break as a disk does."""

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BLOCK = 4096


class Disk:
    """An ext4 in a file, mounted; like most it becomes read-only when something is wrong with it."""

    def __init__(self, folder: Path, mebibytes: int) -> None:
        self._image = folder / "disk.img"
        self.root = folder / "disk"
        """Where it is mounted."""
        self._ballast = self.root / "ballast"
        self.root.mkdir()
        with self._image.open("wb") as image:
            image.truncate(mebibytes * 2**20)
        run("mkfs.ext4", "-q", "-m", "0", str(self._image))
        self.mount()

    def mount(self) -> None:
        """Make it usable."""
        run("mount", "-o", "loop,errors=remount-ro", str(self._image), str(self.root))

    def unmount(self) -> None:
        """Take it away."""
        run("umount", str(self.root))

    def fill(self, left: int = 0) -> None:
        """Leave no room at all, or so many bytes."""
        with self._ballast.open("ab", buffering=0) as ballast:
            for size in (256 * BLOCK, BLOCK, 1):
                while written(ballast.fileno(), size):
                    pass
            ballast.truncate(self._ballast.stat().st_size - left)

    def make_room(self) -> None:
        """Delete what filled it."""
        self._ballast.unlink()

    def break_down(self) -> None:
        """Let the kernel find an error in it: from now on nothing can be written, by nobody."""
        device = run("findmnt", "--noheadings", "--output", "SOURCE", str(self.root)).strip()
        Path("/sys/fs/ext4", Path(device).name, "trigger_fs_error").write_text("torture")

    def mend(self) -> None:
        """Check it, and make it usable again; nobody may be using it."""
        self.unmount()
        subprocess.run(["fsck.ext4", "-p", str(self._image)], check=False, capture_output=True)
        self.mount()


def written(descriptor: int, size: int) -> bool:
    """Whether so much still found room."""
    try:
        os.write(descriptor, bytes(size))
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return False
    return True


def run(*command: str) -> str:
    """What a command says."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@contextmanager
def disk(folder: Path, mebibytes: int) -> Iterator[Disk]:
    """Such a disk while the block runs; whoever may not mount one skips the test."""
    try:
        made = Disk(folder, mebibytes)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no disk can be mounted here: {error}")
    try:
        yield made
    finally:
        made.unmount()
