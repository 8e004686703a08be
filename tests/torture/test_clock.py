"""A clock that is set back confuses nobody: events keep their order, times of training stay what they are."""

import shutil
import subprocess
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.runs.watching import curve
from tests.torture.playground import playground

SOURCE = Path(__file__).with_name("clock.c")
LONG = {"hidden": [{"units": 8}], "train_samples": 2000, "batch_size": 10, "epochs": 3}
DAY = timedelta(days=1)


@pytest.mark.skipif(not shutil.which("cc"), reason="a wrong clock is compiled from C")
def test_a_clock_that_is_set_back_during_a_run_changes_no_order_and_no_duration(tmp_path: Path) -> None:
    library, clock = str(tmp_path / "clock.so"), tmp_path / "clock"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, str(SOURCE), "-ldl"], check=True)
    with playground(tmp_path / "data", LD_PRELOAD=library, CLOCK_FILE=str(clock)) as server:
        run_id = server.submit(**LONG)
        server.until(run_id, "running", step=100)
        clock.write_text(str(-DAY.total_seconds()))
        run, events = server.until(run_id, "finished"), server.events(run_id)
        metrics = server.ask("GET", "/metrics").text
    times = [datetime.fromisoformat(event["at"]) for event in events]
    assert any(two < one - DAY / 2 for one, two in pairwise(times))
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert len(curve(events)) == run["steps"]
    seconds = [event["seconds"] for event in events if event["type"] == "batches_trained"]
    assert 0 < seconds[0] <= seconds[-1] == run["seconds"] < DAY.total_seconds()
    assert seconds == sorted(seconds)
    assert not [line for line in metrics.splitlines() if not line.startswith("#") and " -" in line]
