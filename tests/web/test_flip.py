"""A changed digit can be asked about as it stands, and is taken for another."""

from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.digits import mnist
from app.web.flip import FlipAnswer, no_flip

URL = "/api/predictions/flip"


@pytest.mark.parametrize("stages", [True, False, ["crop", "box", "centre"]])
@pytest.mark.parametrize("label", [None, 9])
def test_the_changed_digit_gets_the_answer_that_was_promised(
    client: TestClient, label: int | None, stages: Any
) -> None:
    drawing = {"pixels": mnist.load().test.images[0].tolist(), "run": "recorded", "normalise": stages}
    answer = client.post(URL, json={**drawing, "label": label}).json()
    FlipAnswer.model_validate(answer, strict=True)
    before = client.post("/api/predictions", json=drawing).json()
    again = {"pixels": answer["pixels"], "normalise": answer["normalise"], "run": "recorded"}
    after = client.post("/api/predictions", json=again).json()
    assert (before["label"], after["label"]) == (answer["label"], answer["flipped"])
    assert label in (None, answer["flipped"])
    assert answer["label"] != answer["flipped"]
    np.testing.assert_allclose(after["probabilities"], answer["probabilities"], atol=1e-5)
    change = np.array(after["input"]) - before["input"]
    np.testing.assert_allclose(answer["change"], change, atol=1e-5)
    assert answer["size"] == pytest.approx(np.linalg.norm(change), rel=1e-4)
    assert answer["share"] == pytest.approx(answer["size"] / np.linalg.norm(before["input"]), rel=1e-4)
    assert answer["largest"] == pytest.approx(np.abs(change).max(), rel=1e-4)


def test_a_drawing_that_cannot_be_flipped_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.network.flip.MOST_STEPS", 0)
    answer = client.post(URL, json={"pixels": [[0] * 28] * 28, "run": "recorded"})
    assert answer.status_code == 409
    assert answer.json()["error"]["code"] == "no_flip" == no_flip(3).problem.code
