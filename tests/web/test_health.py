"""Health is answered at once, with what is there."""

from concurrent.futures import Future

from fastapi.testclient import TestClient

from app import __version__
from app.digits.mnist import Mnist
from app.errors import PlaygroundError
from app.web.health import digits


def test_health_tells_version_trainer_and_digits(client: TestClient) -> None:
    health = client.get("/api/health").json()
    assert health["status"] == "ok"
    assert health["version"] == __version__
    assert health["trainer"] in {"starting", "ready", "busy"}
    assert health["digits"] == {"train": 60_000, "test": 10_000, "source": "bundled"}


def test_health_does_not_wait_for_digits_that_are_being_fetched() -> None:
    assert digits(Future[Mnist]()).model_dump() == {"train": 0, "test": 0, "source": "loading"}


def test_health_says_that_the_digits_are_missing() -> None:
    coming = Future[Mnist]()
    coming.set_exception(PlaygroundError("digits_missing", "They are not there."))
    assert digits(coming).source == "missing"
