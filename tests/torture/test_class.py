"""A class can sit down: everybody follows one run, and looks around meanwhile."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from tests.serving import start
from tests.torture.conftest import Extent
from tests.torture.crowd import Follower, ask, p99, stop, together, until
from tests.torture.harm import MEBIBYTE

LIKE_THE_CHAPTER = {"batch_size": 12, "seed": 200}
"""What the default run tells in each message, and a past of 200 of them for whoever comes late."""
MOST_SECONDS = 0.25
MOST_BYTES = 300 * MEBIBYTE


@dataclass
class Class:
    """So many pupils that follow a run."""

    followers: list[Follower]
    calls: list[float] = field(default_factory=list)
    """Seconds of every call."""
    seated: float = 0
    """When the last one had come."""

    async def learn(self, run: str, calls: int, messages: int) -> None:
        """Follow the run for so many messages, and make so many calls a second."""
        async with asyncio.TaskGroup() as room:
            for follower in self.followers:
                room.create_task(follower.follow())
            self.seated = await until(self.followers, LIKE_THE_CHAPTER["seed"] + messages // 10)
            asking = room.create_task(ask(run.partition("/api/")[0], calls, self.calls))
            await until(self.followers, len(self.followers[0].seqs) + messages, self.calls)
            asking.cancel()
            await stop(run)

    @property
    def lags(self) -> list[float]:
        """How late everything was, once all had come."""
        return [lag for follower in self.followers for lag in follower.live(self.seated)]


def test_everybody_in_a_class_sees_everything_and_is_answered(tmp_path: Path, extent: Extent) -> None:
    server = start(tmp_path, module="tests.torture.steady")
    try:
        run_id = httpx.post(f"{server.address}/api/runs", json=LIKE_THE_CHAPTER).json()["id"]
        run = f"{server.address}/api/runs/{run_id}"
        pupils = Class([Follower(run) for _ in range(extent(60, 300))])
        together(pupils.learn(run, calls=extent(20, 50), messages=extent(40, 1200)))
        memory = psutil.Process(server.process.pid).memory_info().rss
        stored = [event["seq"] for event in httpx.get(f"{run}/events").json()["events"]]
    finally:
        server.stop()
    live, asked = p99(pupils.lags), p99(pupils.calls)
    print(f"p99 of events {live:.3f} s, of calls {asked:.3f} s; web process {memory / MEBIBYTE:.0f} MiB")
    assert all(follower.seqs == stored for follower in pupils.followers)
    assert memory < MOST_BYTES
    if extent(0, 1):
        assert max(live, asked) < MOST_SECONDS
