"""Runs over HTTP: a real small training from beginning to end, and what is refused."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.network.spec import Spec
from app.web.predictions import EXAMPLE
from tests.web.conftest import TINY, followed


@pytest.fixture(scope="module")
def trained(client: TestClient) -> dict[str, Any]:
    """A tiny run that was trained to its end."""
    posted = client.post("/api/runs", json=TINY)
    assert posted.status_code == 201
    run: dict[str, Any] = posted.json()
    assert posted.headers["location"] == f"/api/runs/{run['id']}"
    followed(client, run["id"])
    return run


def test_an_empty_spec_is_the_chapter(client: TestClient) -> None:
    run = client.post("/api/runs", json={}).json()
    client.post(f"/api/runs/{run['id']}/cancellation")
    assert run["spec"] == json.loads(Spec().model_dump_json())
    assert run["steps"] == 5 * 469
    assert run["status"] == "queued"


def test_a_run_ends_finished_with_its_test_accuracy(client: TestClient, trained: dict[str, Any]) -> None:
    run = client.get(f"/api/runs/{trained['id']}").json()
    assert (run["status"], run["step"], run["attempt"]) == ("finished", 20, 1)
    assert 0 < run["test_accuracy"] <= 1
    assert run["seconds"] > 0


def test_every_batch_of_every_epoch_is_told_once(client: TestClient, trained: dict[str, Any]) -> None:
    events = client.get(f"/api/runs/{trained['id']}/events").json()["events"]
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    batches = [event for event in events if event["type"] == "batches_trained"]
    steps = [b["first_step"] + i for b in batches for i in range(len(b["loss"]))]
    assert steps == list(range(20))
    assert [event["epoch"] for event in events if event["type"] == "epoch_ended"] == [1, 2]
    assert events[-1]["type"] == "run_finished"


def test_events_since_a_seq_are_those_after_it(client: TestClient, trained: dict[str, Any]) -> None:
    url = f"/api/runs/{trained['id']}/events"
    everything = client.get(url).json()["events"]
    assert client.get(url, params={"since": 3}).json()["events"] == everything[3:]
    assert client.get(url, params={"since": len(everything)}).json()["events"] == []


def test_the_newest_run_stands_first_in_the_list(client: TestClient, trained: dict[str, Any]) -> None:
    runs = client.get("/api/runs").json()["runs"]
    assert trained["id"] in {run["id"] for run in runs}
    assert [run["created_at"] for run in runs] == sorted((run["created_at"] for run in runs), reverse=True)
    assert runs[-1]["id"] == "recorded"


def test_snapshots_hold_the_weights_that_answer_predictions(
    client: TestClient, trained: dict[str, Any]
) -> None:
    steps = client.get(f"/api/runs/{trained['id']}/snapshots").json()["steps"]
    assert steps[0] == 0
    assert steps[-1] == 20
    for step in steps:
        question = {**EXAMPLE, "run": trained["id"], "step": step}
        assert client.post("/api/predictions", json=question).json()["model"] == {
            "run": trained["id"],
            "step": step,
        }


def test_the_code_of_a_run_has_its_settings(client: TestClient, trained: dict[str, Any]) -> None:
    code = client.get(f"/api/runs/{trained['id']}/code").json()["keras"]
    assert "epochs=2" in code
    assert "batch_size=32" in code
    assert client.post("/api/runs/code", json=TINY).json()["keras"] == code


def test_an_ended_run_cannot_be_cancelled_but_deleted(client: TestClient) -> None:
    run = client.post("/api/runs", json=TINY).json()
    url = f"/api/runs/{run['id']}"
    assert client.post(f"{url}/cancellation").status_code == 202
    followed(client, run["id"])
    assert client.get(url).json()["status"] == "cancelled"
    assert client.post(f"{url}/cancellation").status_code == 409
    assert client.delete(url).status_code == 204
    assert client.get(url).status_code == 404


def test_the_recorded_run_cannot_be_deleted(client: TestClient) -> None:
    assert client.delete("/api/runs/recorded").status_code == 409
    assert client.get("/api/runs/recorded").json()["status"] == "finished"


def test_a_diverged_run_says_at_which_update_and_what_would_work(client: TestClient) -> None:
    wild = {**TINY, "optimizer": {"name": "sgd", "learning_rate": 1000}}
    run = client.post("/api/runs", json=wild).json()
    events = followed(client, run["id"])
    failed = client.get(f"/api/runs/{run['id']}").json()
    assert events[-1]["type"] == "run_failed"
    assert failed["status"] == "failed"
    assert failed["problem"]["code"] == "diverged"
    assert "learning rate" in failed["problem"]["hint"]
    assert failed["problem"]["fixes"][0]["optimizer"]["learning_rate"] < 1


@pytest.mark.parametrize("path", ["", "/events", "/code", "/snapshots"])
def test_an_unknown_run_is_404_everywhere(client: TestClient, path: str) -> None:
    assert client.get(f"/api/runs/nosuchrun{path}").status_code == 404
