"""A training step over HTTP: any run, any moment, and Keras beside it."""

import time
from io import BytesIO

import numpy as np
from fastapi.testclient import TestClient

CALL = "/api/lessons/training_step"


def test_keras_makes_the_same_update(client: TestClient) -> None:
    question = {"run": "recorded", "step": 1876, "check": True, "pictures": False}
    while (check := client.post(CALL, json=question).json()["check"])["keras"] == "loading":
        assert "loading" in check["text"]
        time.sleep(0.1)
    assert check["keras"] == "ready"
    assert check["max_difference"] < 1e-6 < check["max_step"]


def test_what_the_optimizer_remembers_can_be_loaded(client: TestClient) -> None:
    answer = client.get("/api/runs/recorded/memories/16")
    with np.load(BytesIO(answer.content)) as memory:
        assert {name: memory[name].shape for name in memory}["velocity_W1"] == (784, 512)
    assert "recorded-16-memory.npz" in answer.headers["content-disposition"]


def test_an_unknown_run_or_moment_is_404_and_an_unknown_number_422(client: TestClient) -> None:
    for question, code in (({"run": "nobody"}, 404), ({"run": "recorded", "step": 3}, 404)):
        answer = client.post(CALL, json=question)
        assert answer.status_code == code
        assert answer.json()["error"]["what"]
    lost = {"run": "recorded", "step": 0, "element": {"tensor": "W1", "index": [0]}}
    assert client.post(CALL, json=lost).status_code == 422
