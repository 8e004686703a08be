"""What every kind of bad input is tried with: a playground of its own, watched from outside."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from tests.serving import start

MEBIBYTE = 2**20
MOST_GROWTH = 128 * MEBIBYTE
"""What threads and caches may take until all have worked; it is the same for little harm and for much."""


@dataclass(frozen=True)
class Victim:
    """A playground to which harm is done."""

    address: str
    process: psutil.Process

    @contextmanager
    def unharmed(self) -> Iterator[None]:
        """Whatever the block does: the memory stays flat, and the playground answers afterwards."""
        before = self.process.memory_info().rss
        yield
        grown = self.process.memory_info().rss - before
        print(f"memory {before / MEBIBYTE:,.0f} MiB, {grown / MEBIBYTE:+,.1f} MiB")
        assert grown < MOST_GROWTH
        assert httpx.get(f"{self.address}/api/health", timeout=60).json()["status"] == "ok"


@contextmanager
def victim(data_dir: Path) -> Iterator[Victim]:
    """A playground that has answered once already; nothing is trained in it."""
    server = start(data_dir, variables={"PLAYGROUND_QUEUE_LIMIT": "1"})
    try:
        httpx.get(server.address, timeout=60).raise_for_status()
        yield Victim(server.address, psutil.Process(server.process.pid))
    finally:
        server.stop()


def check(status: int, body: bytes, *, silent: bool = False) -> None:
    """An answer is no mistake of ours; every refusal has its shape, unless it may not speak."""
    assert status < 500, body[:500]
    if status >= 400 and not silent:
        error = json.loads(body)["error"]
        assert error.keys() >= {"code", "what", "expected", "got", "hint"}, error
        assert error["what"], error
