"""One prediction: over HTTP, idle and while a run trains, beside `model.predict`; and the server's memory."""

import tempfile
import time
from pathlib import Path

import httpx
import orjson

from app.digits.mnist import load
from tests.bench.programs import milliseconds, timed, until_ready
from tests.serving import start

CALLS = 300
SCALE = 4
JSON = {"Content-Type": "application/json"}


def measure() -> list[tuple[str, str, str]]:
    """The same drawing, 112 × 112 as the page sends it, asked again and again."""
    with tempfile.TemporaryDirectory() as folder:
        server = start(Path(folder))
        try:
            until_ready(server.address)
            with httpx.Client(base_url=server.address) as client:
                question = drawing()
                idle = [ask(client, question) for _ in range(CALLS)]
                training = while_training(client)
            memory = resident(server.process.pid)
        finally:
            server.stop()
    keras = timed("predict")
    return [
        ("HTTP, idle, p50", milliseconds(idle, 50), "≤ 5 ms"),
        ("HTTP, idle, p99", milliseconds(idle, 99), ""),
        ("HTTP, while training, p50", milliseconds(training, 50), ""),
        ("HTTP, while training, p99", milliseconds(training, 99), "≤ 50 ms"),
        ("model.predict in its own process, p50", milliseconds(keras, 50), ""),
        ("memory of the web process", f"{memory:.0f} MiB", "≤ 120 MiB"),
    ]


def drawing() -> bytes:
    """A test digit at the size of the page's canvas, as the body of a request."""
    return orjson.dumps({"pixels": load().test.images[0].repeat(SCALE, 0).repeat(SCALE, 1).tolist()})


def ask(client: httpx.Client, question: bytes) -> float:
    """Seconds of one prediction."""
    start = time.perf_counter()
    client.post("/api/predictions", content=question, headers=JSON).raise_for_status()
    return time.perf_counter() - start


def while_training(client: httpx.Client) -> list[float]:
    """Seconds of each prediction from the first update of a run to its last."""
    asked, question = [], drawing()
    run = client.post("/api/runs", json={}).json()["id"]
    while (status := client.get(f"/api/runs/{run}").json()["status"]) in ("queued", "running"):
        asked += [ask(client, question) for _ in range(10) if status == "running"]
    return asked


def resident(pid: int) -> float:
    """Memory of a process in MiB, as Linux counts it."""
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
