"""How much a request may send: counted as it comes, so an endless body ends here, in the one error shape."""

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.status import HTTP_413_CONTENT_TOO_LARGE
from starlette.types import ASGIApp, Message, Receive, Scope, Send

USUAL = 64 * 1024
DRAWING = 512 * 1024
LARGER: Mapping[str, int] = {
    "/api/predictions": DRAWING,
    "/api/predictions/history": DRAWING,
    "/api/predictions/evidence": DRAWING,
    "/api/predictions/flip": DRAWING,
    "/api/predictions/neighbours": DRAWING,
}


class BodyLimit:
    """An app whose requests fail with 413 at the first byte too many."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; whoever reads the body reads it through the counter."""
        counted = limited(receive, LARGER.get(scope["path"], USUAL)) if scope["type"] == "http" else receive
        await self.app(scope, counted, send)


def limited(receive: Receive, most: int) -> Receive:
    """A `receive` for at most that many bytes."""
    received = 0

    async def receive_limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise HTTPException(HTTP_413_CONTENT_TOO_LARGE, f"more than {most:,} bytes")
        return message

    return receive_limited
