"""A worker that runs out of memory is told of in plain words; the server goes on, and the next run trains."""

import resource
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from tests.torture.conftest import Extent
from tests.torture.harm import MEBIBYTE
from tests.torture.playground import ENDED, LOOK_SECONDS, Playground, kill, playground

LARGE: dict[str, Any] = {"hidden": [{"units": 2048}] * 4, "batch_size": 10_000}
SMALL: dict[str, Any] = {"hidden": [{"units": 8}], "train_samples": 400, "epochs": 1}


def test_a_network_that_finds_no_room_fails_in_plain_words_and_the_next_run_trains(
    extent: Extent, tmp_path: Path
) -> None:
    with playground(tmp_path) as server:
        for room in (100, 50, 200, 400, 800)[: extent(1, 5)]:
            problem = problem_with(server, room * MEBIBYTE)
            print(f"{room} MiB: {problem['code']}, {problem['got']}")
            assert problem["code"] in ("out_of_memory", "worker_lost")
            assert "smaller" in problem["hint"]
        server.until(server.submit(**SMALL), "finished")


def problem_with(server: Playground, room: int) -> dict[str, Any]:
    """Why a large run fails when no process gets more memory."""
    limit(ready(server), room)
    run_id = server.submit(**LARGE)
    while (run := server.run(run_id))["status"] not in ENDED:
        for worker in server.workers():
            with suppress(psutil.NoSuchProcess, ProcessLookupError):
                limit(worker, room)
    assert run["status"] == "failed"
    assert run["problem"] == server.events(run_id)[-1]["problem"]
    problem: dict[str, Any] = run["problem"]
    return problem


def test_a_run_whose_processes_are_killed_one_after_the_other_fails_in_plain_words(tmp_path: Path) -> None:
    with playground(tmp_path) as server:
        run_id = server.submit(**LARGE)
        while server.run(run_id)["status"] not in ENDED:
            for worker in server.workers():
                kill(worker)  # as the kernel does when there is no memory left
            time.sleep(LOOK_SECONDS)
        problem = server.run(run_id)["problem"]
        assert (problem["code"], problem["got"]) == ("worker_lost", "killed by signal 9")
        assert "memory" in problem["hint"]
        assert server.ask("GET", "/api/health").status_code == 200


def ready(server: Playground) -> int:
    """The process that will train next, once it has loaded TensorFlow."""
    while server.ask("GET", "/api/health").json()["trainer"] != "ready":
        time.sleep(LOOK_SECONDS)
    return server.worker()


def limit(pid: int, room: int) -> None:
    """From now on a process may take so much memory more, if it has no limit yet."""
    if resource.prlimit(pid, resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
        most = psutil.Process(pid).memory_info().vms + room
        resource.prlimit(pid, resource.RLIMIT_AS, (most, most))
