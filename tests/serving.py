"""A playground that really listens: the installed command in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(data_dir: Path, port: int, *options: str) -> subprocess.Popen[str]:
    """Start `tensor-playground` and wait until it has printed its link."""
    command = [sys.executable, "-m", "app", "--port", str(port), "--data-dir", str(data_dir), *options]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert server.stdout
    line = server.stdout.readline()
    assert line.startswith("Tensor Playground: http://"), line
    return server


def stop(server: subprocess.Popen[str]) -> None:
    """Stop it as a terminal would, and wait."""
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=30)


@contextmanager
def served(data_dir: Path, *options: str) -> Iterator[str]:
    """The address of a playground that runs while the block does."""
    port = free_port()
    server = start(data_dir, port, *options)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(server)
