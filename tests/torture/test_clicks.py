"""Everyone clicks at once: each start of a run is answered at once, and none is lost."""

import asyncio
import time
from pathlib import Path

import httpx

from tests.serving import start
from tests.torture.conftest import Extent
from tests.torture.crowd import TINY, together

SECONDS = 10
MOST_SECONDS = 1
QUEUE_SHARE = 2 / 3
"""Of the clicks, that find a place in the queue."""


async def click(address: str, clicks: int, seconds: float) -> list[httpx.Response]:
    """As many starts of runs, spread over so many seconds, each by another browser; the answers."""
    begin = time.monotonic()

    async def one(number: int) -> httpx.Response:
        await asyncio.sleep(begin + number / clicks * seconds - time.monotonic())
        return await client.post(f"{address}/api/runs", json={**TINY, "name": f"pupil {number}"})

    async with httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=clicks)) as client:
        return list(await asyncio.gather(*map(one, range(clicks))))


def test_every_click_gets_a_place_or_is_told_when_to_come_back(tmp_path: Path, extent: Extent) -> None:
    clicks = extent(60, 300)
    places = int(clicks * QUEUE_SHARE)
    server = start(tmp_path, variables={"PLAYGROUND_QUEUE_LIMIT": str(places)})
    try:
        answers = together(click(server.address, clicks, extent(1, SECONDS)))
        accepted = with_a_place_or_refused(answers, places)
        none_is_lost(f"{server.address}/api/runs", accepted)
    finally:
        server.stop()
    slowest = max(answer.elapsed.total_seconds() for answer in answers)
    print(f"{clicks} clicks, {places} places: the slowest answer took {slowest:.3f} s")
    if extent(0, 1):
        assert slowest < MOST_SECONDS


def with_a_place_or_refused(answers: list[httpx.Response], places: int) -> set[str]:
    """Every answer is one or the other; the runs that were accepted."""
    accepted = [answer.json() for answer in answers if answer.status_code == 201]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert len(accepted) + len(refused) == len(answers)
    assert {run["place"] for run in accepted} >= set(range(1, places + 1))
    assert refused
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in refused)
    return {run["id"] for run in accepted}


def none_is_lost(api: str, accepted: set[str]) -> None:
    """The first ones train; whoever is tired of waiting cancels, and every run has its end."""
    with httpx.Client(timeout=60) as client:
        assert {run["id"] for run in listed(client, api)} == accepted
        while not any(run["status"] == "finished" for run in listed(client, api)):
            time.sleep(0.2)
        for run in listed(client, api):
            assert client.post(f"{api}/{run['id']}/cancellation").status_code in {202, 409}
        ends = {run["id"]: run["status"] for run in listed(client, api)}
    assert ends.keys() == accepted
    assert set(ends.values()) <= {"finished", "cancelled"}


def listed(client: httpx.Client, api: str) -> list[dict[str, str]]:
    """All runs but the recorded one."""
    return [run for run in client.get(api).json()["runs"] if run["id"] != "recorded"]
