"""Promise: any input gets an answer: WebSocket frames of all kinds, and handshakes of all kinds."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import httpx
import pytest

from tests.raw_http import Place, begun, place
from tests.torture.conftest import Extent
from tests.torture.frames import Count, attack
from tests.torture.harm import Victim, victim

VALID = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
HANDSHAKES = (
    "Sec-WebSocket-Version: 12\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short",
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + "x" * 30_000,
    "Sec-WebSocket-Version: NaN\r\nSec-WebSocket-Key: \xff",
    "\r\n".join((VALID, *["X: y"] * 200)),
)
STREAMS = (
    "nothing/stream",
    "%00/stream",
    "recorded%00/stream",
    "\xff/stream",
    f"{'x' * 7_000}/stream",
    f"{'x' * 30_000}/stream",
    "recorded/stream?since=-1",
    "recorded/stream?since=NaN",
)


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Victim]:
    """A playground for all of it."""
    with victim(tmp_path_factory.mktemp("data")) as playground:
        yield playground


@contextmanager
def suspended(playground: Victim) -> Iterator[None]:
    """While the block runs, no training goes on: what has been started stays as it is."""
    workers = playground.process.children(recursive=True)
    for worker in workers:
        worker.suspend()
    try:
        yield
    finally:
        for worker in workers:
            worker.resume()


def test_no_frame_does_any_harm(playground: Victim, extent: Extent) -> None:
    run = httpx.post(f"{playground.address}/api/runs", json={"epochs": 1, "train_samples": 100}).json()
    path, random = f"/api/runs/{run['id']}/stream", Random(1)
    count, most = Count(), extent(2_000, 100_000)
    with suspended(playground), playground.unharmed():
        while count.frames < most:
            attack(place(playground.address), path, random, count)
    print(f"{count.frames:,} frames, {count.pings:,} pings, {count.pongs:,} pongs")
    assert count.pongs > count.pings / 2


def handshake(where: Place, path: str, rest: str) -> bytes:
    """The request that opens a WebSocket."""
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {where[0]}:{where[1]}",
        "Upgrade: websocket",
        "Connection: Upgrade",
    ]
    return "\r\n".join([*lines, rest, "", ""]).encode("latin-1")


@pytest.mark.parametrize("rest", HANDSHAKES)
def test_no_handshake_does_any_harm(playground: Victim, rest: str) -> None:
    where = place(playground.address)
    with playground.unharmed():
        assert 400 <= begun(where, handshake(where, "/api/runs/recorded/stream", rest)) < 500


@pytest.mark.parametrize("stream", STREAMS)
def test_no_address_of_a_stream_does_any_harm(playground: Victim, stream: str) -> None:
    where = place(playground.address)
    with playground.unharmed():
        status = begun(where, handshake(where, f"/api/runs/{stream}", VALID))
    assert status == 101 or 400 <= status < 500
