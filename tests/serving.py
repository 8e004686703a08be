"""A playground that really listens: the installed command in a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Server:
    """A running playground."""

    process: subprocess.Popen[str]
    link: str
    """What it printed; carries the token, if there is one."""

    @property
    def address(self) -> str:
        """The link without its path and query."""
        return self.link.rpartition("/")[0]

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rpartition(":")[2])

    def kill(self) -> None:
        """End it as a crash would, and wait."""
        with self.process:
            self.process.kill()

    def stop(self) -> None:
        """Stop it as a terminal would, and wait."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=30)


def start(
    data_dir: Path,
    *options: str,
    log: Path | None = None,
    variables: Mapping[str, str] = {},
    module: str = "app",
) -> Server:
    """Start `tensor-playground` on any free port and wait for its link; what it logs goes to `log`."""
    command = [sys.executable, "-m", module, "--port", "0", "--data-dir", str(data_dir), *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", **variables}
    with log.open("w") if log else nullcontext() as stderr:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True, env=environment)
    assert process.stdout
    line = process.stdout.readline()
    if not line.startswith("Tensor Playground: http://"):
        process.kill()
        raise AssertionError(line)
    return Server(process, line.rpartition(" ")[2].strip())


@contextmanager
def served(data_dir: Path, *options: str, variables: Mapping[str, str] = {}) -> Iterator[str]:
    """The address of a playground that runs while the block does."""
    server = start(data_dir, *options, variables=variables)
    try:
        yield server.address
    finally:
        server.stop()
