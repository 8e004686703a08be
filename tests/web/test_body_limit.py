"""A body ends where its limit does."""

import asyncio
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException
from starlette.types import Message

from app.web.body_limit import limited

JSON = {"Content-Type": "application/json"}


def pieces(size: int) -> Iterator[bytes]:
    """A body that does not say how long it is."""
    yield b'{"name":"'
    yield from (b"x" * 1024 for _ in range(size // 1024))
    yield b'"}'


def test_a_body_that_is_too_large_is_refused_in_the_error_shape(client: TestClient) -> None:
    for body in (b"".join(pieces(70_000)), pieces(70_000)):
        answer = client.post("/api/runs", content=body, headers=JSON)
        assert answer.status_code == 413
        assert answer.json()["error"]["code"] == "too_large"


def test_an_endless_body_is_not_read_to_its_end() -> None:
    read = 0

    async def endless() -> Message:
        nonlocal read
        read += 1024
        return {"type": "http.request", "body": b"x" * 1024, "more_body": True}

    async def read_all() -> None:
        receive = limited(endless, most=64 * 1024)
        while True:
            await receive()

    with pytest.raises(HTTPException):
        asyncio.run(read_all())
    assert read == 65 * 1024


@pytest.mark.parametrize(("size", "status"), [(300_000, 422), (600_000, 413)])
def test_a_drawing_may_be_larger(client: TestClient, size: int, status: int) -> None:
    body = b"".join(pieces(size))
    assert client.post("/api/predictions", content=body, headers=JSON).status_code == status
