"""What a network thought of a drawing, at every snapshot."""

import numpy as np
from fastapi.testclient import TestClient

from app.digits import mnist
from app.web.history import HistoryAnswer
from app.web.predictions import EXAMPLE

URL = "/api/predictions/history"


def test_every_row_is_the_prediction_at_its_step(client: TestClient) -> None:
    question = {"pixels": mnist.load().test.images[0].tolist(), "run": "recorded"}
    answer = client.post(URL, json=question).json()
    HistoryAnswer.model_validate(answer, strict=True)
    assert answer["run"] == "recorded"
    assert answer["steps"] == client.get("/api/runs/recorded/snapshots").json()["steps"]
    for step, probabilities in zip(answer["steps"], answer["probabilities"], strict=True):
        prediction = client.post("/api/predictions", json={**question, "step": step}).json()
        assert np.allclose(prediction["probabilities"], probabilities, atol=1e-6)
    assert answer["probabilities"][-1][7] > 0.999


def test_a_history_has_no_step_and_needs_a_run_that_is_there(client: TestClient) -> None:
    assert client.post(URL, json={**EXAMPLE, "step": 0}).status_code == 422
    assert client.post(URL, json={**EXAMPLE, "run": "nosuchrun"}).status_code == 404


def test_the_largest_drawing_is_not_too_large(client: TestClient) -> None:
    for call in ("history", "evidence", "flip", "neighbours"):
        answer = client.post(
            f"/api/predictions/{call}", json={"pixels": [[100] * 280] * 280, "run": "nobody"}
        )
        assert answer.json()["error"]["code"] == "unknown_run"
