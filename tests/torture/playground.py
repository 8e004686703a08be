"""Playground: a real server that is killed and started again, at the same address and on the same data."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from tests.runs.watching import alive, children, trains
from tests.serving import start

LOOK_SECONDS = 0.05
ENDED = ("finished", "cancelled", "failed")


class Playground:
    """Such a server, and what can be seen of it from outside."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self.variables = variables
        """Its environment, beside ours."""
        self.server = start(folder, variables=variables)
        self._client = httpx.Client(base_url=self.server.address, timeout=60)

    def start(self) -> None:
        """Start it again."""
        self.server = start(self.folder, "--port", str(self.server.port), variables=self.variables)

    def kill(self) -> None:
        """End it as a crash would."""
        self.server.kill()

    def close(self) -> None:
        """End it for good, and its workers with it."""
        left = self.workers()
        self.kill()
        wait_for_the_end_of(*left)
        self._client.close()

    def terminate(self, how: signal.Signals = signal.SIGTERM) -> float:
        """Tell it to stop; how many seconds it took."""
        told = time.monotonic()
        with self.server.process as process:
            process.send_signal(how)
        return time.monotonic() - told

    def ask(self, method: str, path: str, json: Any = None) -> httpx.Response:
        """Its answer."""
        return self._client.request(method, path, json=json)

    def submit(self, **spec: Any) -> str:
        """Id of a new run."""
        answer = self.ask("POST", "/api/runs", spec)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def run(self, run_id: str) -> dict[str, Any]:
        """A run as it stands now."""
        run: dict[str, Any] = self.ask("GET", f"/api/runs/{run_id}").json()
        return run

    def events(self, run_id: str) -> list[dict[str, Any]]:
        """All that happened to a run."""
        events: list[dict[str, Any]] = self.ask("GET", f"/api/runs/{run_id}/events").json()["events"]
        return events

    def until(self, run_id: str, *statuses: str, step: int = 0) -> dict[str, Any]:
        """A run, once it is in one of these states and has come so far."""
        while (run := self.run(run_id))["status"] not in statuses or run["step"] < step:
            assert run["status"] not in ENDED, run
            time.sleep(LOOK_SECONDS)
        return run

    def workers(self) -> set[int]:
        """Its processes that train, or are ready to."""
        return {pid for pid in children(self.server.process.pid) if trains(pid)}

    def worker(self) -> int:
        """Its only worker, once there is one."""
        while len(found := self.workers()) != 1:
            time.sleep(0.01)
        return found.pop()


@contextmanager
def playground(folder: Path, **variables: str) -> Iterator[Playground]:
    """A server that runs while the block does, and its workers no longer than it."""
    served = Playground(folder, **variables)
    try:
        yield served
    finally:
        served.close()


def wait_for_the_end_of(*pids: int) -> None:
    """Wait until these processes are gone."""
    while any(map(alive, pids)):
        time.sleep(0.01)


def kill(pid: int) -> None:
    """Kill a process of ours, if it is still there."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    wait_for_the_end_of(pid)
