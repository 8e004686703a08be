"""The weights of any moment can be taken away as NumPy reads them."""

from io import BytesIO

import numpy as np
from fastapi.testclient import TestClient

from app.network.forward import weights
from app.runs.runs import Runs

URL = "/api/runs/recorded/snapshots"


def test_the_recorded_run_has_its_time_machine(client: TestClient) -> None:
    steps = client.get(URL).json()["steps"]
    assert steps == sorted(steps)
    assert {0, 1, 256, 469, 2345} < set(steps)


def test_a_snapshot_holds_the_weights_by_name(client: TestClient) -> None:
    answer = client.get(f"{URL}/469")
    assert 'filename="recorded-469.npz"' in answer.headers["content-disposition"]
    runs: Runs = client.app.state.runs  # type: ignore[attr-defined]
    expected = weights(runs.model("recorded", 469).network)
    with np.load(BytesIO(answer.content)) as arrays:
        assert list(arrays) == list(expected) == ["W1", "b1", "W2", "b2"]
        assert all(np.array_equal(arrays[name], expected[name]) for name in expected)


def test_a_step_that_was_not_kept_is_404(client: TestClient) -> None:
    answer = client.get(f"{URL}/3")
    assert answer.status_code == 404
    assert "469" in answer.json()["error"]["expected"]
