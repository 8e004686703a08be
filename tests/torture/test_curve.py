"""No point of a curve is lost or doubled, however often lines break and the server is killed."""

import random
import time
from pathlib import Path

from tests.runs.watching import curve
from tests.torture.browsers import browsers
from tests.torture.conftest import Extent
from tests.torture.playground import Playground, playground

DROPS = 10
BACK_SECONDS = 5
LONG = {"hidden": [{"units": 32}], "batch_size": 256, "epochs": 100}
"""It trains until every line was broken so often; then it is cancelled."""


def test_every_client_hears_every_event_once_however_often_its_line_breaks_and_the_server_is_killed(
    extent: Extent, tmp_path: Path
) -> None:
    count, kills = extent(8, 100), extent(1, 5)
    lines = browsers(count, 1 + DROPS + kills)
    with lines as clients, playground(tmp_path, PLAYGROUND_HOSTS=clients.host) as server:
        run_id = server.submit(**LONG)
        clients.follow(server.server.port, run_id)
        back = killed_at_random(server, run_id, kills)
        clients.opened()
        server.ask("POST", f"/api/runs/{run_id}/cancellation")
        told = clients.ended()
        run, stored = server.run(run_id), server.events(run_id)
    assert [event["seq"] for event in stored] == list(range(1, len(stored) + 1))
    assert len(curve(stored)) == run["step"]
    assert [event["type"] for event in stored].count("run_resumed") == kills
    assert all(client["heard"] == stored for client in told)
    dropped = min(len(client["opened"]) - 1 - kills for client in told)
    longest = max(next(at for at in client["opened"] if at > when) - when for client in told for when in back)
    print(f"{len(told)} clients, each dropped {dropped} times or more; {kills} kills; {len(stored)} events")
    print(f"back {longest:.1f} s after the server at the latest")
    assert longest <= BACK_SECONDS or not extent(0, 1)


def killed_at_random(server: Playground, run_id: str, kills: int) -> list[float]:
    """When the server was back after each of so many kills, in Unix time."""
    back = []
    for _ in range(kills):
        server.until(run_id, "running", step=server.run(run_id)["step"] + random.randint(1, 100))
        server.kill()
        server.start()
        back.append(time.time())
    return back
