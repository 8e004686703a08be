"""What in the ink speaks for a class."""

from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.digits import mnist
from app.web.evidence import EvidenceAnswer

URL = "/api/predictions/evidence"


def asked(client: TestClient, **question: object) -> dict[str, Any]:
    pixels = mnist.load().test.images[0].tolist()
    answer = client.post(URL, json={"pixels": pixels, "run": "recorded", "normalise": False, **question})
    assert answer.status_code == 200
    EvidenceAnswer.model_validate(answer.json(), strict=True)
    content: dict[str, Any] = answer.json()
    return content


def test_evidence_is_ink_times_gradient_and_sums_up_to_the_score(client: TestClient) -> None:
    answer = asked(client)
    assert answer["label"] == answer["predicted"] == 7
    assert answer["probability"] > 0.999
    evidence = np.array(answer["input"]) * answer["gradient"]
    np.testing.assert_allclose(answer["evidence"], evidence, atol=1e-6)
    assert np.sum(answer["evidence"]) + answer["rest"] == pytest.approx(answer["score"], abs=1e-4)


def test_a_little_more_ink_adds_what_the_gradient_says(client: TestClient) -> None:
    before = asked(client, label=3)
    gradient = np.array(before["gradient"])
    row, column = np.unravel_index(np.argmax(np.where(np.array(before["input"]) == 0, gradient, 0)), (28, 28))
    pixels = mnist.load().test.images[0].copy()
    pixels[row, column] = 1
    after = asked(client, label=3, pixels=pixels.tolist())
    assert after["score"] - before["score"] == pytest.approx(gradient[row, column] / 255, abs=1e-4)


def test_the_other_classes_can_be_asked_about(client: TestClient) -> None:
    scores = [asked(client, label=label, step=469)["score"] for label in range(10)]
    assert np.argmax(scores) == asked(client, step=469)["predicted"]
