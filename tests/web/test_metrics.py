"""/metrics can be read by Prometheus."""

from pathlib import Path

from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from app.main import create_app
from app.settings import Settings
from tests.web.conftest import TINY, followed

OURS = {
    "playground_runs",
    "playground_queue_length",
    "playground_sockets",
    "playground_data_bytes",
    "playground_worker_restarts",
    "playground_event_stored_seconds",
    "playground_event_lag_seconds",
}


def numbers(client: TestClient) -> dict[str, float]:
    """Every sample, under its name and its labels."""
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=")
    families = list(text_string_to_metric_families(answer.text))
    assert {family.name for family in families} >= OURS
    assert all(family.documentation for family in families)
    samples = (sample for family in families for sample in family.samples)
    return {" ".join((sample.name, *sample.labels.values())): sample.value for sample in samples}


def test_a_run_shows_in_the_numbers(client: TestClient) -> None:
    before = numbers(client)
    run = client.post("/api/runs", json=TINY).json()
    live = followed(client, run["id"])
    after = numbers(client)
    assert after["playground_runs finished"] == before["playground_runs finished"] + 1
    assert after["playground_queue_length"] == 0
    told = sum(event["type"] == "batches_trained" for event in live)
    stored = "playground_event_stored_seconds_count"
    assert after[stored] == before[stored] + told
    assert (
        after["playground_event_lag_seconds_bucket +Inf"] >= after["playground_event_lag_seconds_bucket 1.0"]
    )


def test_beyond_loopback_they_are_told_to_whoever_brings_the_token(tmp_path: Path) -> None:
    settings = Settings(host="0.0.0.0", data_dir=tmp_path)
    with TestClient(create_app(settings), base_url="http://127.0.0.1:8000") as prometheus:
        assert prometheus.get("/metrics").status_code == 401
        token = {"Authorization": f"Bearer {settings.token}"}
        assert "playground_sockets 0.0" in prometheus.get("/metrics", headers=token).text
