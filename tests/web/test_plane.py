"""The plane of a run over HTTP, and the lines that compute the same from its snapshots."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from app.digits import mnist
from app.network.backend import keras
from tests.web.conftest import TINY, followed


@pytest.fixture(scope="module")
def told(client: TestClient) -> Any:
    """The plane of the recorded run."""
    return client.get("/api/runs/recorded/plane").json()


def test_every_snapshot_has_its_place_and_learning_went_down(client: TestClient, told: Any) -> None:
    steps = client.get("/api/runs/recorded/snapshots").json()["steps"]
    moments = {moment["step"]: moment for moment in told["moments"]}
    assert list(moments) == steps
    assert told["spanned"][:2] == [steps[0], steps[-1]]
    assert all(moments[step]["away"] < 0.5 for step in told["spanned"])
    assert moments[steps[-1]]["loss"] < 0.1
    assert moments[steps[0]]["loss"] > 2
    assert len(told["landscape"]["values"]) == len(told["landscape"]["y"]) == len(told["landscape"]["x"])


def test_its_lines_compute_the_losses_of_the_three_on_the_labels_that_were_learned(
    client: TestClient, told: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noisy = client.post("/api/runs", json={**TINY, "label_noise": 1, "shuffle_pixels": True}).json()["id"]
    assert followed(client, noisy)[-1]["type"] == "run_finished"
    digits = mnist.load()
    pairs = [(np.array(split.images), np.array(split.labels)) for split in (digits.train, digits.test)]
    monkeypatch.setattr(keras.datasets.mnist, "load_data", lambda: deepcopy(pairs))
    monkeypatch.chdir(tmp_path)
    for plane in (told, client.get(f"/api/runs/{noisy}/plane").json()):
        for step in plane["spanned"]:
            file = client.get(f"/api/runs/{plane['run']}/snapshots/{step}")
            assert f'filename="{plane["run"]}-{step}.npz"' in file.headers["Content-Disposition"]
            (tmp_path / f"{plane['run']}-{step}.npz").write_bytes(file.content)
        names: dict[str, Any] = {}
        exec(plane["code"], names)
        losses = {moment["step"]: moment["loss"] for moment in plane["moments"]}
        assert np.allclose(names["result"], [losses[step] for step in plane["spanned"]], atol=1e-3)
        assert plane["digits"] == len(names["x"])
    assert (names["train_labels"][:256] != digits.train.labels[:256]).any()


def test_another_moment_can_span_it(client: TestClient) -> None:
    answer = client.get("/api/runs/recorded/plane?step=64").json()
    assert answer["spanned"][2] == 64


@pytest.mark.parametrize(
    ("path", "code"), [("nobody/plane", "unknown_run"), ("recorded/plane?step=3", "unknown_step")]
)
def test_what_is_not_there_is_404(client: TestClient, path: str, code: str) -> None:
    answer = client.get(f"/api/runs/{path}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, code)
