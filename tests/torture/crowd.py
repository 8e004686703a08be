"""Many clients at once: some follow a run, some are frozen, some ask for this and that."""

import asyncio
import re
import socket
import time
from collections.abc import AsyncIterator, Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import connect

T = TypeVar("T")

TINY = {"hidden": [{"units": 4}], "train_samples": 100, "epochs": 1}
"""A training that takes no time, once TensorFlow is loaded."""
HEAD = re.compile(r'{"seq":(\d+),"at":"([^"]+)"')
"""All that a crowd reads of an event, so that its own machine is not what slows it down."""
RECEIVE_BUFFER = 4096
"""Bytes that the system takes for a frozen client; a small one is full at once."""
CALLS = ("/api/runs", "/api/health", "/api/digits?count=24", "/api/runs/recorded", "/api/lessons")


def together(crowd: Coroutine[Any, Any, T]) -> T:
    """What a crowd brings back; its loop runs in a thread, for a browser's may run in this one."""
    with ThreadPoolExecutor(1, "crowd") as thread:
        return thread.submit(asyncio.run, crowd).result()


def p99(seconds: list[float]) -> float:
    """What 99 of 100 do not exceed."""
    return sorted(seconds)[ceil(0.99 * len(seconds)) - 1]


@dataclass
class Follower:
    """A client that reads everything as it comes."""

    run: str
    """The address of the run."""
    seqs: list[int] = field(default_factory=list)
    """The numbers of all events."""
    lags: list[tuple[float, float]] = field(default_factory=list)
    """When each event happened, and how many seconds later it was here."""

    async def follow(self) -> None:
        """Read until the run has ended."""
        address = f"ws{self.run.removeprefix('http')}/stream?since=0"
        async with connect(address, open_timeout=60, max_size=None) as stream:
            async for text in stream:
                self._take(str(text))

    def _take(self, event: str) -> None:
        seq, at = HEAD.match(event).groups()  # type: ignore[union-attr]
        self.seqs.append(int(seq))
        happened = datetime.fromisoformat(at).timestamp()
        self.lags.append((happened, time.time() - happened))

    def live(self, since: float) -> list[float]:
        """How late everything was that happened since then."""
        return [lag for at, lag in self.lags if at > since]


async def until(followers: Iterable[Follower], messages: int, answers: list[float] | None = None) -> float:
    """Wait until each of them has seen so many events, and a call that was made is answered; the time."""
    while min(len(follower.seqs) for follower in followers) < messages or answers == []:
        await asyncio.sleep(0.05)
    return time.time()


@asynccontextmanager
async def frozen(run: str) -> AsyncIterator[None]:
    """A client that opens the stream and reads nothing of it, while the block runs."""
    address, loop = urlsplit(run), asyncio.get_running_loop()
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
        line.setblocking(False)
        await loop.sock_connect(line, (address.hostname, address.port))
        await loop.sock_sendall(line, handshake(run))
        await loop.sock_recv(line, 1)
        yield


def handshake(run: str) -> bytes:
    """How a browser asks for a WebSocket."""
    address = urlsplit(run)
    return (
        f"GET {address.path}/stream?since=0 HTTP/1.1\r\nHost: {address.netloc}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n"
    ).encode()


async def stop(run: str) -> None:
    """Cancel the run that everybody follows."""
    async with httpx.AsyncClient(timeout=60) as teacher:
        (await teacher.post(f"{run}/cancellation")).raise_for_status()


async def ask(address: str, per_second: int, seconds: list[float]) -> None:
    """Call one page of the API after the other, at a steady rate, until somebody ends it."""
    begin = time.monotonic()
    async with httpx.AsyncClient(base_url=address, timeout=60) as client, asyncio.TaskGroup() as calls:
        for number in range(1_000_000):
            await asyncio.sleep(max(begin + number / per_second - time.monotonic(), 0))
            calls.create_task(call(client, CALLS[number % len(CALLS)], seconds))


async def call(client: httpx.AsyncClient, path: str, seconds: list[float]) -> None:
    """One call; how long it took."""
    begin = time.monotonic()
    (await client.get(path)).raise_for_status()
    seconds.append(time.monotonic() - begin)
