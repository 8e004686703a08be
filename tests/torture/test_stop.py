"""Stop means stop: nothing of a run happens any more, and no process is left."""

import random
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil

from tests.torture.conftest import Extent
from tests.torture.playground import Playground, playground, wait_for_the_end_of

LAST_EVENT_SECONDS = 0.5
GONE_SECONDS = 6
LONGEST_LIFE = 6.0
"""Seconds after which a run is cancelled at the latest: it may be loading, compiling or training by then."""
DEEP = {"hidden": [{"units": 2048}] * 4, "epochs": 100}
ENDLESS = {"hidden": [{"units": 8}], "epochs": 100}


def test_a_cancelled_run_says_nothing_more_and_its_process_ends(extent: Extent, tmp_path: Path) -> None:
    last, gone = [], []
    with playground(tmp_path) as server:
        for number in range(extent(4, 50)):
            run_id = server.submit(**(DEEP, ENDLESS)[number % 2])
            worker = server.worker()
            time.sleep(random.uniform(0, LONGEST_LIFE * (number + 1) / extent(8, 50)))
            cancelled, told = datetime.now(UTC), time.monotonic()
            assert server.ask("POST", f"/api/runs/{run_id}/cancellation").status_code == 202
            wait_for_the_end_of(worker)
            gone.append(time.monotonic() - told)
            event = server.events(run_id)[-1]
            assert event["type"] == "run_cancelled"
            last.append((datetime.fromisoformat(event["at"]) - cancelled).total_seconds())
    print(f"{len(gone)} cancels; last event at most {max(last):.3f} s later, process gone {max(gone):.2f} s")
    if extent(0, 1):
        assert max(last) <= LAST_EVENT_SECONDS
        assert max(gone) <= GONE_SECONDS


def test_a_killed_server_leaves_no_process_whatever_its_workers_do(extent: Extent, tmp_path: Path) -> None:
    gone = []
    for number in range(extent(1, 20)):
        with playground(tmp_path / str(number), PLAYGROUND_PARALLEL_RUNS="2") as server:
            for spec in (DEEP, ENDLESS):
                server.submit(**spec)
            started = psutil.Process(server.server.process.pid).children(recursive=True)
            moment(server, number)
            server.kill()
            killed = time.monotonic()
            _, alive = psutil.wait_procs(started, timeout=60)
            gone.append(time.monotonic() - killed)
            assert alive == []
    print(f"{len(gone)} servers killed, their workers gone at most {max(gone):.2f} s later")
    assert max(gone) <= GONE_SECONDS or not extent(0, 1)


def moment(server: Playground, number: int) -> None:
    """Wait until both runs have begun, the deep one in the midst of a compilation, or any time before."""
    if number % 2 == 0:
        for run in server.ask("GET", "/api/runs").json()["runs"][:2]:
            server.until(run["id"], "running")
    else:
        time.sleep(random.uniform(0, LONGEST_LIFE))
