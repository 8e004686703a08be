"""`WS /api/runs/{id}/stream`: one event a text message; first all past ones, then live, until the last."""

from collections.abc import AsyncIterator
from contextlib import suppress

import anyio
from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from app.errors import UnknownError
from app.web.rooms import RunsRoom
from app.web.runs import RunId, Since

router = APIRouter()

UNKNOWN_RUN = 4404


@router.websocket("/api/runs/{run_id}/stream")
async def stream(socket: WebSocket, run_id: RunId, runs: RunsRoom, since: Since = 0) -> None:
    """Tell a client everything that happened after `since`, and go on until run or client ends."""
    await socket.accept()
    async with anyio.create_task_group() as group:
        group.start_soon(cancel_when_gone, socket, group.cancel_scope)
        await tell(socket, runs.follow(run_id, since))
        group.cancel_scope.cancel()


async def tell(socket: WebSocket, events: AsyncIterator[str]) -> None:
    """Send each event, then say that there are no more."""
    with suppress(WebSocketDisconnect):
        try:
            async for event in events:
                await send(socket, event)
            await socket.close()
        except UnknownError:
            await socket.close(UNKNOWN_RUN, "There is no such run.")


async def send(socket: WebSocket, event: str) -> None:
    """Send one event.

    Errors: WebSocketDisconnect if nobody is there any more.
    """
    try:
        await socket.send_text(event)
    except RuntimeError as error:  # uvicorn's word for a client that was given up: it answered no ping
        raise WebSocketDisconnect from error


async def cancel_when_gone(socket: WebSocket, scope: anyio.CancelScope) -> None:
    """End the telling when the client leaves: between two events nothing else would notice."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass
    scope.cancel()
