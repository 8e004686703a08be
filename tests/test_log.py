"""The log of a real server: one line of JSON for what matters, with the run it belongs to."""

import json
import logging
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.log import JsonLines
from tests.raw_http import asked, place
from tests.serving import start

TINY = {"hidden": [{"units": 4}], "train_samples": 100, "epochs": 1}


def lines(log: Path) -> list[dict[str, Any]]:
    """What stands in a log; fails where a line is no JSON."""
    return [json.loads(line) for line in log.read_text().splitlines()]


def test_every_turn_in_the_life_of_a_server_and_its_runs_is_a_line(tmp_path: Path) -> None:
    log = tmp_path / "log"
    server = start(tmp_path / "data", log=log)
    api = f"{server.address}/api/runs"
    run_id = httpx.post(api, json=TINY).json()["id"]
    assert httpx.post(f"{api}/{run_id}/cancellation").status_code == 202
    assert httpx.delete(f"{api}/{run_id}").status_code == 204
    assert httpx.get(api, headers={"Host": "rebound.example"}).status_code == 421
    server.stop()
    told = lines(log)
    assert all({"time", "level", "event"} <= line.keys() for line in told)
    assert [line["event"] for line in told if line.get("run") == run_id] == [
        "run_queued",
        "run_cancelled",
        "run_deleted",
    ]
    refused = next(line for line in told if line["event"] == "door_refused")
    assert (refused["level"], refused["code"]) == ("warning", "unknown_host")
    assert (told[0]["event"], told[0]["address"]) == ("playground_started", f"{server.address}/")
    assert told[-1]["event"] == "playground_stopped"


@pytest.mark.parametrize(
    ("level", "events"), [("warning", ["Invalid HTTP request received."]), ("error", [])]
)
def test_a_server_that_is_told_to_say_little_says_little(
    tmp_path: Path, level: str, events: list[str]
) -> None:
    server = start(tmp_path / "data", log=tmp_path / "log", variables={"PLAYGROUND_LOG_LEVEL": level})
    assert asked(place(server.address), [b"no request\r\n"])[0] == 400
    server.stop()
    assert [line["event"] for line in lines(tmp_path / "log")] == events


def test_nothing_from_outside_can_begin_a_line_of_its_own() -> None:
    record = logging.makeLogRecord(
        {
            "msg": "door_refused",
            "levelno": logging.WARNING,
            "levelname": "WARNING",
            "got": "a\nb\u2028\x1b[31m",
        }
    )
    line = JsonLines().format(record)
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["got"] == "a\nb\u2028\x1b[31m"


def test_an_error_comes_with_its_traceback_in_the_same_line() -> None:
    try:
        raise ValueError("no")
    except ValueError as error:
        record = logging.makeLogRecord(
            {"msg": "broken", "exc_info": (type(error), error, error.__traceback__)}
        )
    line = JsonLines().format(record)
    assert "\n" not in line
    assert "ValueError: no" in json.loads(line)["traceback"]
