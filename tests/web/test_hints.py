"""A run can be asked what is typical of it."""

from fastapi.testclient import TestClient

from tests.web.conftest import followed


def test_the_recorded_run_goes_well(client: TestClient) -> None:
    assert client.get("/api/runs/recorded/hint").json() == {"hint": None}


def test_a_run_that_diverged_offers_settings_that_are_accepted(client: TestClient) -> None:
    wild = {
        "hidden": [],
        "epochs": 1,
        "train_samples": 500,
        "optimizer": {"name": "sgd", "learning_rate": 1000},
    }
    run = client.post("/api/runs", json=wild).json()["id"]
    followed(client, run)
    hint = client.get(f"/api/runs/{run}/hint").json()["hint"]
    assert hint["code"] in ("diverged", "overshooting")
    assert "0.01" in hint["fix"]["title"]
    better = client.post("/api/runs", json=hint["fix"]["spec"])
    assert better.json()["spec"]["optimizer"]["learning_rate"] == 0.01
    client.post(f"/api/runs/{better.json()['id']}/cancellation")


def test_an_unknown_run_has_no_hint(client: TestClient) -> None:
    assert client.get("/api/runs/nosuchrun/hint").status_code == 404
