"""Stopped in good order, a playground tells its sockets, and goes on from the update at which it stopped."""

import os
import signal
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.runs.watching import alive, curve
from tests.torture.conftest import Extent
from tests.torture.playground import Playground, playground

SERVICE_RESTART = 1012
DOCKER_SECONDS = 10
LONG = {"hidden": [{"units": 64}], "epochs": 3, "batch_size": 8}
"""Its first regular checkpoint is seconds away, its epochs are long."""


def test_a_stopped_playground_tells_its_sockets_and_goes_on_from_the_update_at_which_it_stopped(
    extent: Extent, tmp_path: Path
) -> None:
    with playground(tmp_path) as server:
        run_id, queued = server.submit(**LONG), server.submit(**LONG)
        for stops in range(1, extent(1, 10) + 1):
            with follower(server, run_id) as socket:
                server.until(run_id, "running", step=server.run(run_id)["step"] + 50)
                seconds = server.terminate((signal.SIGINT, signal.SIGTERM)[stops % 2])
                assert closing_code(socket) == SERVICE_RESTART
            print(f"stopped after {seconds:.1f} s")
            assert seconds < DOCKER_SECONDS or not extent(0, 1)
            server.start()
            server.until(run_id, "running")
            assert server.run(queued)["status"] == "queued"
            assert resumed_at(server.events(run_id)) == stopped_at(server.events(run_id), stops) > 0


def test_a_worker_that_does_not_answer_keeps_nobody_waiting(extent: Extent, tmp_path: Path) -> None:
    with playground(tmp_path) as server:
        run_id, worker = server.submit(**LONG), server.worker()
        if extent(0, 1):  # before that it has nothing to keep, and is killed at once
            server.until(run_id, "running", step=50)
        os.kill(worker, signal.SIGSTOP)
        seconds = server.terminate()
        assert not alive(worker)
        print(f"stopped after {seconds:.1f} s")
        assert seconds < DOCKER_SECONDS or not extent(0, 1)


def follower(server: Playground, run_id: str) -> ClientConnection:
    """A client that follows a run."""
    return connect(f"{server.server.address.replace('http', 'ws')}/api/runs/{run_id}/stream")


def closing_code(socket: ClientConnection) -> int | None:
    """How the server ended the line."""
    try:
        while True:
            socket.recv()
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None


def resumed_at(events: list[dict[str, Any]]) -> int:
    """The update from which the run went on the last time."""
    return int([event["step"] for event in events if event["type"] == "run_resumed"][-1])


def stopped_at(events: list[dict[str, Any]], stops: int) -> int:
    """The updates that were done before the run was interrupted for that time, the last."""
    stop = [number for number, event in enumerate(events) if event["type"] == "run_interrupted"]
    assert len(stop) == stops
    return len(curve(events[: stop[-1]]))
