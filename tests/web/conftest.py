"""One real app for all tests of the web room."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from app.main import create_app
from app.settings import Settings


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a playground with an empty data folder."""
    app = create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))
    with TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


TINY = {"hidden": [{"units": 8}], "epochs": 2, "train_samples": 300, "batch_size": 32}


def followed(client: TestClient, run_id: str, since: int = 0) -> list[dict[str, Any]]:
    """All events of a run until its last, read from its stream."""
    events = []
    url = f"ws://127.0.0.1:8000/api/runs/{run_id}/stream?since={since}"
    with client.websocket_connect(url) as socket, suppress(WebSocketDisconnect):
        while True:
            events.append(socket.receive_json())
    return events
