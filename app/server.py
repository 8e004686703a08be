"""The server process: uvicorn around the app, and the printed link."""

import socket

import uvicorn

from app.main import create_app
from app.settings import Settings

GRACE_SECONDS = 5
LONGEST_SOCKET_MESSAGE = 64 * 1024


class LinkPrinter(uvicorn.Server):
    """A server that prints its link as soon as it can be opened."""

    def __init__(self, config: uvicorn.Config, link: str) -> None:
        super().__init__(config)
        self.link = link

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then print where."""
        await super().startup(sockets)
        if self.started:
            print(f"Tensor Playground: {self.link}", flush=True)


def serve(settings: Settings) -> None:
    """Serve until somebody stops it."""
    config = uvicorn.Config(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        server_header=False,
        ws_max_size=LONGEST_SOCKET_MESSAGE,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    LinkPrinter(config, settings.link).run()
