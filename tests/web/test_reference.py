"""The reference lists every call, and each of its lines works as it stands."""

import shlex
import subprocess
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from app.web.reference import Call, calls
from tests.serving import served

ALREADY_ENDED = 409


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A playground that really listens."""
    with served(tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="module")
def reference(address: str) -> list[Call]:
    """All calls of that playground."""
    schema = httpx.get(f"{address}/api/openapi.json").json()
    return [call for _, group in calls(schema, address) for call in group]


def expected_status(call: Call) -> set[int]:
    """What the line of a call may answer: the recorded run can be neither stopped nor deleted."""
    ended = call.method == "DELETE" or call.path.endswith("/cancellation")
    return {ALREADY_ENDED} if ended else {int(call.status)}


def test_every_route_of_the_api_has_its_place(client: TestClient) -> None:
    schema = client.get("/api/openapi.json").json()
    listed = {
        (call.method, call.path) for _, group in calls(schema, "http://127.0.0.1:8000/") for call in group
    }
    routes = {(method.upper(), path) for path, methods in schema["paths"].items() for method in methods}
    assert listed == routes | {("WS", "/api/runs/{run_id}/stream")}
    page = client.get("/api").text
    assert all(path in page for _, path in listed)


def test_every_httpx_line_works(reference: list[Call]) -> None:
    lines = [(call, call.lines["httpx"]) for call in reference if "httpx" in call.lines]
    assert lines
    for call, line in lines:
        answer: Any = eval(line, {"httpx": httpx})
        assert answer.status_code in expected_status(call), line


def test_every_curl_line_works(reference: list[Call]) -> None:
    lines = [(call, call.lines["curl"]) for call in reference if "curl" in call.lines]
    assert lines
    for call, line in lines:
        command = [*shlex.split(line), "-o", "/dev/null", "-w", "%{http_code}"]
        status = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert int(status) in expected_status(call), line
