"""Every answer tells the browser what it may do with it."""

import asyncio

from fastapi.testclient import TestClient
from starlette.types import Message

from app.web.security import SECURITY_HEADERS, secured


def test_pages_calls_files_and_errors_carry_every_header(client: TestClient) -> None:
    for path in ("/", "/api/health", "/api/nothing"):
        headers = client.get(path).headers
        assert {name: headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_an_answer_keeps_its_own_policy() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def answer() -> None:
        await secured(send)({"type": "http.response.start", "status": 200, "headers": [own]})

    own = (b"content-security-policy", b"default-src 'none'")
    asyncio.run(answer())
    headers = sent[0]["headers"]
    assert [value for name, value in headers if name == own[0]] == [own[1]]
    assert len(headers) == len(SECURITY_HEADERS)
