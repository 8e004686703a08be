"""Five epochs: the chapter's `model.fit`, a run through the server with listeners, the matrix products."""

import json
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from statistics import median

import httpx
from websockets.exceptions import ConnectionClosedOK
from websockets.sync.client import connect

from tests.bench.programs import timed, until_ready
from tests.serving import served

ROUNDS, LISTENERS = 3, 8


def measure() -> list[tuple[str, str, str]]:
    """Alternate the three, so that a slow moment of the machine meets all of them."""
    rounds = [(timed("fit")[0], through_the_server(), timed("products")[0]) for _ in range(ROUNDS)]
    fit, ours, floor = (median(column) for column in zip(*rounds, strict=True))
    return [
        ("(a) the chapter's model.fit, 5 epochs", f"{fit:.2f} s", ""),
        (f"(b) through the server, {LISTENERS} sockets listening", f"{ours:.2f} s", ""),
        ("(c) the matrix products alone", f"{floor:.2f} s", ""),
        ("(b) / (a)", f"{median(b / a for a, b, _ in rounds):.2f}", "≤ 0.35"),
        ("(b) / (c)", f"{median(b / c for _, b, c in rounds):.2f}", "≤ 2"),
        ("(c) / (a), which (b) / (a) cannot undercut", f"{median(c / a for a, _, c in rounds):.2f}", ""),
    ]


def through_the_server() -> float:
    """Seconds from the press of the button until every listener has heard the end."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        until_ready(address)
        start = time.perf_counter()
        run = httpx.post(f"{address}/api/runs", json={}).json()["id"]
        with ThreadPoolExecutor(LISTENERS) as pool:
            heard = list(pool.map(lambda _: listen(address, run), range(LISTENERS)))
        assert len(set(heard)) == 1
        return time.perf_counter() - start


def listen(address: str, run: str) -> int:
    """Hear a run to its end; returns how many updates were told."""
    updates = 0
    url = f"{address.replace('http', 'ws', 1)}/api/runs/{run}/stream"
    with connect(url) as socket, suppress(ConnectionClosedOK):
        while True:
            event = json.loads(socket.recv())
            updates += len(event["loss"]) if event["type"] == "batches_trained" else 0
    return updates
