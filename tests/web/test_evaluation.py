"""Every moment of a run is judged on all test digits."""

from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.digits import mnist
from app.web.evaluation import MOST_MISTAKES, EvaluationAnswer

URL = "/api/runs/recorded/evaluation"


def evaluation(client: TestClient, **query: int) -> dict[str, Any]:
    answer: dict[str, Any] = client.get(URL, params=query).json()
    return answer


def test_the_last_moment_is_as_good_as_the_run_says(client: TestClient) -> None:
    run, answer = client.get("/api/runs/recorded").json(), evaluation(client)
    assert (answer["step"], answer["accuracy"]) == (run["steps"], run["test_accuracy"])
    assert answer["loss"] == pytest.approx(run["test_loss"], rel=1e-5)
    EvaluationAnswer.model_validate(answer, strict=True)


def test_the_confusion_counts_every_test_digit_in_the_row_of_its_class(client: TestClient) -> None:
    answer = evaluation(client, step=0)
    confusion = np.array(answer["confusion"])
    assert confusion.sum(axis=1).tolist() == np.bincount(mnist.load().test.labels).tolist()
    assert np.trace(confusion) == round(answer["accuracy"] * 10_000)
    assert answer["mistakes_total"] == 10_000 - np.trace(confusion)
    assert len(answer["mistakes"]) == MOST_MISTAKES


def test_mistakes_are_those_of_the_prediction_the_surest_first(client: TestClient) -> None:
    mistakes = evaluation(client)["mistakes"]
    test, (first, *_) = mnist.load().test, mistakes
    assert [m["probability"] for m in mistakes] == sorted((m["probability"] for m in mistakes), reverse=True)
    assert first["label"] == test.labels[first["index"]] != first["predicted"]
    question = {"pixels": test.images[first["index"]].tolist(), "run": "recorded", "normalise": False}
    prediction = client.post("/api/predictions", json=question).json()
    assert prediction["label"] == first["predicted"]
    assert prediction["probabilities"][prediction["label"]] == pytest.approx(first["probability"], abs=1e-5)


def test_a_cell_of_the_confusion_chooses_its_mistakes(client: TestClient) -> None:
    whole = evaluation(client, step=256)
    cell = evaluation(client, step=256, label=4, predicted=9)
    assert cell["mistakes_total"] == whole["confusion"][4][9] > 0
    assert {(m["label"], m["predicted"]) for m in cell["mistakes"]} == {(4, 9)}
    assert cell["confusion"] == whole["confusion"]


def test_a_browser_keeps_an_answer_only_where_it_stays_true(client: TestClient) -> None:
    assert "max-age=3600" in client.get(URL, params={"step": 1}).headers["cache-control"]
    assert "cache-control" not in client.get(URL).headers


@pytest.mark.parametrize(("query", "status"), [({"step": 3}, 404), ({"label": 10}, 422), ({"step": -1}, 422)])
def test_what_is_not_there_is_refused(client: TestClient, query: dict[str, int], status: int) -> None:
    answer = client.get(URL, params=query)
    assert answer.status_code == status
    assert answer.json()["error"]["what"]
