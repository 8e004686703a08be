"""A frozen browser harms nobody: who reads nothing slows nobody down, and makes the server no larger."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from tests.serving import start
from tests.torture.conftest import Extent
from tests.torture.crowd import Follower, frozen, p99, stop, together, until
from tests.torture.harm import MEBIBYTE

LARGE = {"batch_size": 400, "seed": 100}
"""Messages of 16 kB, and a past of 100 of them, under which a client that does not read is buried at once."""
MOST_GROWTH = 32 * MEBIBYTE
TOLERANCE = 1.1
NOISE_SECONDS = 0.002
"""What a machine with other things to do cannot tell."""


@dataclass
class HalfFrozen:
    """A class of some pupils who look, and some whose browsers have frozen."""

    server: psutil.Process
    followers: list[Follower]
    memory: list[int] = field(default_factory=list)
    """Bytes of the server, early and at the end."""
    lag: float = 0

    async def learn(self, run: str, frozen_ones: int, messages: int) -> None:
        """Follow the run for so many messages."""
        async with asyncio.TaskGroup() as room, AsyncExitStack() as ice:
            for _ in range(frozen_ones):
                await ice.enter_async_context(frozen(run))
            for follower in self.followers:
                room.create_task(follower.follow())
            seated = await until(self.followers, LARGE["seed"] + messages // 10)
            for part in (messages // 3, messages):
                await until(self.followers, LARGE["seed"] + part)
                self.memory.append(self.server.memory_info().rss)
            await asyncio.to_thread(all_are_still_there, run, len(self.followers) + frozen_ones)
            await stop(run)
        self.lag = p99([lag for follower in self.followers for lag in follower.live(seated)])


def all_are_still_there(run: str, sockets: int) -> None:
    """Fail unless the server has so many sockets."""
    metrics = httpx.get(f"{run.partition('/api/')[0]}/metrics", timeout=60).text
    assert f"playground_sockets {sockets}.0" in metrics


@contextmanager
def talking(folder: Path) -> Iterator[tuple[psutil.Process, str]]:
    """A server, and the address of a run that tells large messages."""
    server = start(folder, module="tests.torture.steady")
    try:
        run_id = httpx.post(f"{server.address}/api/runs", json=LARGE).json()["id"]
        yield psutil.Process(server.process.pid), f"{server.address}/api/runs/{run_id}"
    finally:
        server.stop()


def lag_beside(frozen_ones: int, live: int, messages: int, folder: Path) -> float:
    """The p99 of those who read, beside so many who do not; they miss nothing, and the server stays small."""
    with talking(folder) as (server, run):
        pupils = HalfFrozen(server, [Follower(run) for _ in range(live)])
        together(pupils.learn(run, frozen_ones, messages))
        stored = [event["seq"] for event in httpx.get(f"{run}/events").json()["events"]]
    early, late = pupils.memory
    sizes = f"{early / MEBIBYTE:.0f}, {late / MEBIBYTE:.0f} MiB"
    print(f"{live} who read, {frozen_ones} frozen: p99 {pupils.lag:.3f} s; memory {sizes}")
    assert all(follower.seqs == stored for follower in pupils.followers)
    assert late - early < MOST_GROWTH
    return pupils.lag


def test_frozen_browsers_slow_nobody_down_and_swell_nothing(tmp_path: Path, extent: Extent) -> None:
    live, ice, messages, rounds = extent(14, 70), extent(6, 30), extent(40, 600), extent(1, 4)
    alone, beside = zip(
        *(
            [lag_beside(count, live, messages, tmp_path / f"{number}-{count}") for count in (0, ice)]
            for number in range(rounds)
        ),
        strict=True,
    )
    # Whatever else the machine does only adds: the best round of each says most.
    print(f"p99 alone {min(alone):.3f} s, beside {ice} frozen {min(beside):.3f} s")
    if extent(0, 1):
        assert min(beside) < TOLERANCE * min(alone) + NOISE_SECONDS
