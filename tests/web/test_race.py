"""The race over HTTP."""

import pytest
from fastapi.testclient import TestClient

RACE = "/api/lessons/element_wise/race"


def test_a_race_tells_seconds_ratio_and_operations(client: TestClient) -> None:
    answer = client.post(RACE, json={"shape": [20, 100]})
    told = answer.json()
    assert answer.status_code == 200
    assert told["ratio"] == pytest.approx(told["naive"] / told["numpy"])
    assert told["ratio"] > 5
    assert told["operations"]["numpy"] > told["operations"]["naive"]
    assert told["repetitions"]["naive"] >= 1


@pytest.mark.parametrize(
    "question", [{"shape": [1] * 7}, {"shape": [1000, 1000]}, {"shape": "x"}, [], {"a": 1}]
)
def test_a_wrong_shape_is_refused_before_anything_starts(client: TestClient, question: object) -> None:
    answer = client.post(RACE, json=question)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]
