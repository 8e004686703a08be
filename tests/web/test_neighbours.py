"""The training digits that are most like a drawing."""

import numpy as np
from fastapi.testclient import TestClient

from app.digits import mnist
from app.network.forward import Layer
from app.web.neighbours import NeighboursAnswer, spaces

URL = "/api/predictions/neighbours"


def test_a_training_digit_finds_itself_in_both_spaces(client: TestClient) -> None:
    train = mnist.load().train
    question = {"pixels": train.images[59_999].tolist(), "run": "recorded", "normalise": False, "count": 3}
    answer = client.post(URL, json=question).json()
    NeighboursAnswer.model_validate(answer, strict=True)
    assert answer["model"] == {"run": "recorded", "step": 2345}
    assert [space["name"] for space in answer["spaces"]] == ["pixels", "hidden 1"]
    for space in answer["spaces"]:
        first, *others = space["neighbours"]
        assert (first["index"], first["label"]) == (59_999, train.labels[59_999])
        assert first["distance"] < 1e-3
        assert len(others) == 2
        assert all(train.labels[other["index"]] == other["label"] for other in others)
        assert space["searched"] == 60_000


def test_without_a_hidden_layer_there_is_only_what_the_eye_sees() -> None:
    test = mnist.load().test
    layer = Layer(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax")
    (space,) = spaces((layer,), np.zeros(784, np.float32), test, 2)
    assert (space["name"], len(space["neighbours"])) == ("pixels", 2)
