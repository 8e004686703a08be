"""Routes reach the rooms of their own app."""

from pathlib import Path

from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings

HOST = "http://127.0.0.1:8000"


def test_two_playgrounds_live_in_one_process(tmp_path: Path) -> None:
    first, second = (create_app(Settings(data_dir=tmp_path / name)) for name in ("first", "second"))
    with TestClient(first, base_url=HOST) as one, TestClient(second, base_url=HOST) as other:
        run = one.post("/api/runs", json={"epochs": 1, "train_samples": 1}).json()
        assert one.get(f"/api/runs/{run['id']}").status_code == 200
        assert other.get(f"/api/runs/{run['id']}").status_code == 404
