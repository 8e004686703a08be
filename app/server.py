"""The server process: uvicorn around the app, and the printed link."""

import socket
from contextlib import AsyncExitStack, suppress

import uvicorn
from fastapi import FastAPI

from app.main import create_app
from app.settings import Settings

GRACE_SECONDS = 5
LONGEST_SOCKET_MESSAGE = 64 * 1024


class Server(uvicorn.Server):
    """A server whose app lives as long as it does: what is wrong at the start reaches the caller as it is."""

    def __init__(self, app: FastAPI, settings: Settings) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                host=settings.host,
                port=settings.port,
                lifespan="off",
                log_level="warning",
                server_header=False,
                ws_max_size=LONGEST_SOCKET_MESSAGE,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        self.app = app
        self.link = settings.link
        self.life = AsyncExitStack()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the app, listen, and print where."""
        await self.life.enter_async_context(self.app.router.lifespan_context(self.app))
        await super().startup(sockets)
        if self.started:
            print(f"Tensor Playground: {self.link}", flush=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let nobody in any more, then close the app."""
        await super().shutdown(sockets)
        await self.life.aclose()


def serve(settings: Settings) -> None:
    """Serve until somebody stops it.

    Errors: `folder_in_use`, `unreadable_store`.
    """
    with suppress(KeyboardInterrupt):
        Server(create_app(settings), settings).run()
