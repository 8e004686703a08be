"""Helpers of the measurements: programs of their own, a warm server, percentiles."""

import json
import subprocess
import sys
import time

import httpx
import numpy as np


def timed(program: str) -> list[float]:
    """What `tests.bench.chapter PROGRAM` measured."""
    command = [sys.executable, "-m", "tests.bench.chapter", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    measured: list[float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def until_ready(address: str) -> None:
    """Wait until the server's trainer is warm."""
    while httpx.get(f"{address}/api/health").json()["trainer"] != "ready":
        time.sleep(0.1)


def milliseconds(seconds: list[float], percentile: float) -> str:
    """A percentile, as it is read."""
    return f"{np.percentile(seconds, percentile) * 1000:.1f} ms"
