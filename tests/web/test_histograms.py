"""How the numbers of every layer are spread, at any moment."""

import numpy as np
from fastapi.testclient import TestClient

from app.network.forward import Layer
from app.web.histograms import DIGITS, HistogramsAnswer, spreads

URL = "/api/runs/recorded/histograms"


def test_every_number_of_every_layer_is_counted(client: TestClient) -> None:
    answer = client.get(URL, params={"step": 256}).json()
    HistogramsAnswer.model_validate(answer, strict=True)
    assert (answer["step"], answer["digits"]) == (256, DIGITS)
    assert [layer["name"] for layer in answer["layers"]] == ["hidden 1", "output"]
    for layer in answer["layers"]:
        inputs, units = layer["shape"]
        assert sum(layer["weights"]["counts"]) == inputs * units
        assert sum(layer["biases"]["counts"]) == units
        assert sum(layer["activations"]["counts"]) == units * DIGITS
        assert layer["activations"]["low"] == 0


def test_a_network_that_diverged_has_nothing_to_count() -> None:
    broken = Layer(np.full((784, 10), np.nan, np.float32), np.zeros(10, np.float32), "softmax")
    (layer,) = spreads((broken,), np.zeros((2, 28, 28), np.uint8))
    assert (layer["weights"]["left_out"], layer["weights"]["mean"]) == (7840, "NaN")
