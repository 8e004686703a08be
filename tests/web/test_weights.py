"""The first layer is shown as pictures, in three orders."""

from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.runs.runs import Runs
from app.web.weights import WeightsAnswer

URL = "/api/runs/recorded/weights"


def shown(client: TestClient, **query: int | str) -> dict[str, Any]:
    answer = client.get(URL, params={"step": 2345, **query})
    assert answer.status_code == 200
    WeightsAnswer.model_validate(answer.json(), strict=True)
    content: dict[str, Any] = answer.json()
    return content


def test_each_picture_is_a_column_of_the_first_kernel(client: TestClient) -> None:
    runs: Runs = client.app.state.runs  # type: ignore[attr-defined]
    layer = runs.model("recorded", 2345).network[0]
    answer = shown(client, count=3)
    assert answer["shape"] == [784, 512]
    assert len(answer["units"]) == 3
    for unit in answer["units"]:
        assert np.array_equal(np.float32(unit["image"]).ravel(), layer.kernel[:, unit["unit"]])
        assert np.float32(unit["bias"]) == layer.bias[unit["unit"]]
    assert answer["limit"] == np.abs([unit["image"] for unit in answer["units"]]).max()


@pytest.mark.parametrize("by", ["active", "changed", "class"])
def test_the_highest_score_comes_first(client: TestClient, by: str) -> None:
    answer = shown(client, by=by, count=64)
    scores = [unit["score"] for unit in answer["units"]]
    assert scores == sorted(scores, reverse=True)
    assert answer["since"] == (0 if by == "changed" else None)
    assert answer["label"] == (0 if by == "class" else None)


def test_each_class_has_its_own_units(client: TestClient) -> None:
    first, other = (shown(client, by="class", label=label)["units"][0]["unit"] for label in (0, 1))
    assert first != other


@pytest.mark.parametrize("by", ["active", "changed", "class"])
def test_the_units_that_rank_highest_at_the_end_can_be_followed_from_the_beginning(
    client: TestClient, by: str
) -> None:
    end, beginning = shown(client, by=by), shown(client, by=by, step=0, ranked=2345)
    for name in ("unit", "score"):
        assert [unit[name] for unit in beginning["units"]] == [unit[name] for unit in end["units"]]
    assert beginning["step"] == 0
    assert beginning["limit"] < end["limit"]


def test_at_the_beginning_nothing_has_moved(client: TestClient) -> None:
    units = shown(client, by="changed", step=0)["units"]
    assert {unit["score"] for unit in units} == {0}


@pytest.mark.parametrize("wrong", [{"by": "size"}, {"count": 65}, {"label": 10}])
def test_what_cannot_be_shown_is_refused(client: TestClient, wrong: dict[str, int | str]) -> None:
    assert client.get(URL, params=wrong).status_code == 422
