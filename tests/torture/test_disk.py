"""A disk that is full or broken: the server stays up, reads go on, plain words, and then all goes on."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from app.runs.files import read_arrays
from tests.runs.watching import curve
from tests.torture.disk import disk
from tests.torture.playground import LOOK_SECONDS, Playground, playground

MEBIBYTES = 48
LARGE: dict[str, Any] = {"hidden": [{"units": 2048}]}
"""A snapshot of it takes 6 megabytes."""
BUSY: dict[str, Any] = {"hidden": [{"units": 64}], "train_samples": 2000, "batch_size": 20, "epochs": 20}
SHORT: dict[str, Any] = {"hidden": [{"units": 8}], "train_samples": 400, "epochs": 1}


def test_a_run_whose_weights_find_no_room_fails_in_plain_words_and_leaves_nothing_half_written(
    tmp_path: Path,
) -> None:
    with disk(tmp_path, MEBIBYTES) as full, playground(full.root) as server:
        full.fill(left=3 * 2**20)
        run_id = server.submit(**LARGE)
        problem = server.until(run_id, "failed")["problem"]
        assert (problem["code"], server.events(run_id)[-1]["problem"]) == ("disk_error", problem)
        assert "Make room" in problem["hint"]
        assert list((full.root / "runs").rglob("*.npz")) == []


def test_on_a_full_disk_reads_go_on_and_with_room_again_so_does_everything(tmp_path: Path) -> None:
    with disk(tmp_path, MEBIBYTES) as full, playground(full.root) as server:
        run_id = server.submit(**BUSY)
        server.until(run_id, "running", step=100)
        full.fill()
        assert_refused(server)
        assert_readable(server, run_id)
        full.make_room()
        run = server.until(run_id, "finished", "failed")
        assert run["status"] == "finished" or run["problem"]["code"] == "disk_error"
        assert server.submit(**SHORT)
        assert_sound(server)


@pytest.mark.long
def test_on_a_broken_disk_reads_go_on_and_when_it_is_mended_so_does_the_training(tmp_path: Path) -> None:
    with disk(tmp_path, MEBIBYTES) as broken, playground(broken.root) as server:
        run_id = server.submit(**BUSY)
        server.until(run_id, "running", step=100)
        broken.break_down()
        assert_refused(server)
        assert_readable(server, run_id)
        server.terminate()
        assert_does_not_start(server)
        broken.mend()
        server.start()
        server.until(run_id, "finished")
        assert_sound(server)


def assert_does_not_start(server: Playground) -> None:
    """Whoever starts a playground in a folder that cannot be written is told so, and no traceback."""
    command = [sys.executable, "-m", "app", "--port", "0", "--data-dir", str(server.folder)]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "make it writable" in refused.stderr
    assert "Traceback" not in refused.stderr


def assert_refused(server: Playground) -> None:
    """Who wants to train is told what is wrong and what to do, once no run can be stored any more."""
    while (answer := server.ask("POST", "/api/runs", SHORT)).status_code == 201:
        time.sleep(LOOK_SECONDS)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (503, "store_unusable")
    assert "Make room" in error["hint"]


def assert_readable(server: Playground, run_id: str) -> None:
    """All that can be read is read."""
    for path in (
        "",
        "/train",
        "/api/health",
        "/api/runs",
        f"/api/runs/{run_id}",
        f"/api/runs/{run_id}/events",
    ):
        assert server.ask("GET", path).status_code == 200
    assert server.ask("POST", "/api/predictions", {"pixels": [[0] * 28] * 28}).status_code == 200


def assert_sound(server: Playground) -> None:
    """Every curve is without a hole, every file can be read."""
    for run in server.ask("GET", "/api/runs").json()["runs"]:
        events = server.events(run["id"])
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
        assert len(curve(events)) == run["step"]
    for path in (server.folder / "runs").rglob("[!.]*.npz"):
        assert read_arrays(path)
