"""Health is answered at once, with what is there."""

from fastapi.testclient import TestClient

from app import __version__


def test_health_tells_version_trainer_and_digits(client: TestClient) -> None:
    health = client.get("/api/health").json()
    assert health["status"] == "ok"
    assert health["version"] == __version__
    assert health["trainer"] in {"starting", "ready", "busy"}
    assert health["digits"] == {"train": 60_000, "test": 10_000, "source": "bundled"}
