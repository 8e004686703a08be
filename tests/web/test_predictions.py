"""A drawing gets its ten probabilities, with every stage and layer on the way."""

from typing import Any, get_args

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.digits import mnist
from app.digits.drawing import SWITCHES
from app.network.forward import forward
from app.runs.runs import Runs
from app.web.predictions import EXAMPLE, PredictionAnswer, Switch

URL = "/api/predictions"


def digit_of_the_test_set(index: int = 0) -> dict[str, Any]:
    """A test digit as a question to the recorded run."""
    return {"pixels": mnist.load().test.images[index].tolist(), "run": "recorded"}


def test_the_first_test_digit_is_a_seven_for_sure(client: TestClient) -> None:
    answer = client.post(URL, json=digit_of_the_test_set()).json()
    assert answer["label"] == 7
    assert answer["probabilities"][7] > 0.999
    assert sum(answer["probabilities"]) == pytest.approx(1, abs=1e-5)
    assert answer["model"]["run"] == "recorded"


def test_the_answer_is_what_the_reference_promises(client: TestClient) -> None:
    PredictionAnswer.model_validate(client.post(URL, json=digit_of_the_test_set()).json(), strict=True)


def test_the_answer_is_the_networks_own_forward_pass(client: TestClient) -> None:
    runs: Runs = client.app.state.runs  # type: ignore[attr-defined]
    answer = client.post(URL, json={**digit_of_the_test_set(3), "normalise": False}).json()
    flat = mnist.load().test.images[3].reshape(1, 784).astype(np.float32) / 255
    hidden, output = forward(runs.model("recorded").network, flat)
    assert np.allclose(answer["input"], flat.reshape(28, 28))
    assert [layer["shape"] for layer in answer["layers"]] == [[512], [10]]
    assert np.allclose(answer["layers"][0]["values"], hidden[0], atol=1e-6)
    assert np.allclose(answer["probabilities"], output[0], atol=1e-6)


def test_every_stage_is_shown_in_order(client: TestClient) -> None:
    stages = client.post(URL, json=digit_of_the_test_set()).json()["stages"]
    assert [stage["name"] for stage in stages] == ["ink", "crop", "box", "centre", "scale", "flatten"]
    assert np.shape(stages[-1]["image"]) == (784,)


def test_each_stage_can_be_switched_off(client: TestClient) -> None:
    corner = np.zeros((30, 30), int)
    corner[:9, :2] = corner[7:9, :6] = 255
    question = {"pixels": corner.tolist(), "run": "recorded"}
    names = ["crop", "box", "centre", "scale"]
    seen = {str(client.post(URL, json={**question, "normalise": names}).json()["input"])}
    for name in names:
        rest = [other for other in names if other != name]
        seen.add(str(client.post(URL, json={**question, "normalise": rest}).json()["input"]))
    assert len(seen) == 5


def test_the_switches_of_the_api_are_the_stages_of_the_drawing() -> None:
    assert get_args(Switch) == SWITCHES


def test_a_blank_drawing_gets_an_answer(client: TestClient) -> None:
    answer = client.post(URL, json={"pixels": [[0] * 20] * 10, "run": "recorded"})
    assert answer.status_code == 200
    assert np.max(answer.json()["input"]) == 0


def test_the_example_of_the_reference_works(client: TestClient) -> None:
    assert client.post(URL, json=EXAMPLE).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"pixels": [[0] * 28] * 7},
        {"pixels": [[0] * 281] * 28},
        {"pixels": [[0] * 28] * 27 + [[0] * 27]},
        {"pixels": [[0] * 28] * 27 + [[256] + [0] * 27]},
        {"pixels": [[0] * 28] * 27 + [[-1] + [0] * 27]},
        {"pixels": [[0] * 28] * 27 + [[0.5] + [0] * 27]},
        {"pixels": [[0] * 28] * 27 + [["1"] + [0] * 27]},
        {"pixels": []},
        {"pixels": 1},
        {},
        {**EXAMPLE, "normalise": ["blur"]},
        {**EXAMPLE, "step": -1},
        {**EXAMPLE, "colour": 1},
    ],
)
def test_a_drawing_that_is_none_is_refused(client: TestClient, wrong: dict[str, Any]) -> None:
    answer = client.post(URL, json=wrong)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]


def test_an_unknown_run_or_step_is_404(client: TestClient) -> None:
    assert client.post(URL, json={**EXAMPLE, "run": "nosuchrun"}).status_code == 404
    assert client.post(URL, json={**EXAMPLE, "run": "recorded", "step": 3}).status_code == 404
