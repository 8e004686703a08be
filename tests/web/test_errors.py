"""Every error has the one shape."""

import json
from re import findall

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from app.errors import BusyError, ConflictError, InvalidError, PlaygroundError, UnknownError
from app.web.errors import STATUS, on_bug, on_playground_error

JSON = {"Content-Type": "application/json"}
PROGRAM = Request({"type": "http", "method": "GET", "path": "/", "headers": []})


def problem(response: object) -> dict[str, str]:
    """The error of a response; fails if it has another shape."""
    error: dict[str, str] = json.loads(response.content)["error"]  # type: ignore[attr-defined]
    assert {"code", "what", "expected", "got", "hint"} <= error.keys()
    return error


def test_an_unknown_run_is_named(client: TestClient) -> None:
    answer = client.get("/api/runs/nosuchrun")
    assert answer.status_code == 404
    assert "nosuchrun" in problem(answer)["got"]


def test_an_unknown_path_points_to_the_reference(client: TestClient) -> None:
    answer = client.get("/api/nothing")
    assert answer.status_code == 404
    assert "/api" in problem(answer)["hint"]


def test_a_wrong_method_is_refused(client: TestClient) -> None:
    answer = client.put("/api/runs/recorded")
    assert answer.status_code == 405
    assert problem(answer)["code"] == "method_not_allowed"
    assert answer.headers["allow"] == problem(answer)["expected"] == "DELETE, GET"


def test_a_file_can_only_be_read(client: TestClient) -> None:
    (address,) = findall(r'href="(/static/\w+/css/base.css)"', client.get("/").text)
    answer = client.post(address)
    assert answer.status_code == 405
    assert answer.headers["allow"] == problem(answer)["expected"] == "GET, HEAD"


@pytest.mark.parametrize("body", [b"{", b"pixels", b"", b"\xff\xfe", b"[" * 60_000])
def test_a_body_that_is_no_json_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/predictions", content=body, headers=JSON)
    assert answer.status_code in {400, 422}
    assert problem(answer)["what"]


@pytest.mark.parametrize(
    ("spec", "name"),
    [
        ({"epochs": 0}, "epochs"),
        ({"hidden": [{"units": 5_000}]}, "hidden[0].units"),
        ({"optimizer": {"name": "adam", "learning_rate": -1}}, "learning_rate"),
        ({"learning_rate": 1}, "learning_rate"),
        ({"label_noise": 1.5}, "label_noise"),
    ],
)
def test_a_setting_out_of_range_is_named(client: TestClient, spec: dict[str, object], name: str) -> None:
    answer = client.post("/api/runs", json=spec)
    assert answer.status_code == 422
    assert name in problem(answer)["what"]
    assert problem(answer)["expected"]


def test_a_long_value_is_echoed_short(client: TestClient) -> None:
    answer = client.post("/api/runs", json={"name": "x" * 10_000})
    assert answer.status_code == 422
    assert len(problem(answer)["got"]) < 100


def test_half_a_character_is_quoted_as_a_question_mark() -> None:
    half = InvalidError("code", "\ud83d", fixes=[{"title": "\ud83d", "question": {}}])
    assert json.loads(bytes(on_playground_error(PROGRAM, half).body))["error"]["what"] == "?"


def test_each_class_of_error_has_its_status() -> None:
    statuses = {kind: on_playground_error(PROGRAM, kind("code", "what")).status_code for kind in STATUS}
    assert statuses == {
        InvalidError: 422,
        UnknownError: 404,
        ConflictError: 409,
        BusyError: 429,
        PlaygroundError: 503,
    }


def test_a_busy_playground_says_when_to_come_back() -> None:
    answer = on_playground_error(PROGRAM, BusyError("queue_full", "Too many runs wait."))
    assert int(answer.headers["retry-after"]) > 0


def test_a_mistake_of_ours_is_told_to_the_operator_and_not_to_the_caller(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = on_bug(PROGRAM, ZeroDivisionError("secret"))
    assert answer.status_code == 500
    assert b"secret" not in answer.body
    assert [(record.msg, vars(record)["path"]) for record in caplog.records] == [("unhandled_error", "/")]


def test_somebody_who_opens_a_page_that_is_not_there_gets_a_page(client: TestClient) -> None:
    answer = client.get("/nothing", headers={"Accept": "text/html,*/*"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "There is nothing at this address." in answer.text


def test_the_api_answers_in_json_also_in_a_browser(client: TestClient) -> None:
    assert client.get("/api/nothing", headers={"Accept": "text/html"}).json()["error"]["code"] == "not_found"
