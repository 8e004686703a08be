"""The server process: uvicorn around the app, and the printed link."""

import logging
import socket
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress

import uvicorn
from fastapi import FastAPI

from app.errors import ConflictError
from app.log import to_stderr
from app.main import create_app
from app.settings import Settings, warn_of_unknown_variables
from app.web.connection import Connection

if sys.platform != "win32":
    import resource

log = logging.getLogger(__name__)

GRACE_SECONDS = 3
"""For answers under way, while trainings keep a checkpoint; `docker stop` grants 10."""
KEEP_ALIVE_SECONDS = 30
"""Longer than usual clients keep an idle connection, so that none sends just when we hang up."""
LONGEST_SOCKET_MESSAGE = 64 * 1024
MOST_OPEN_FILES = 65_536


def serve(settings: Settings) -> None:
    """Serve until somebody stops it.

    Errors: `cannot_listen`, `folder_in_use`, `store_unusable`.
    """
    to_stderr(settings.log_level)
    warn_of_unknown_variables()
    allow_open_files()
    listener = listen(settings.host, settings.port)
    bound = settings.model_copy(update={"port": listener.getsockname()[1]})
    with suppress(KeyboardInterrupt), listener:
        Server(create_app(bound), bound.links).run(sockets=[listener])


def allow_open_files() -> None:
    """Let this process have as many sockets as the system grants; by default it may be 1,024.

    Each browser takes up to seven, one of them for the stream of a run.
    """
    if sys.platform != "win32":
        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST_OPEN_FILES if most == resource.RLIM_INFINITY else min(MOST_OPEN_FILES, most)
        if now != resource.RLIM_INFINITY and now < wanted:
            with suppress(OSError, ValueError):  # some systems grant fewer than they say
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def listen(host: str, port: int) -> socket.socket:
    """A socket on that address; taken first, so that a second start disturbs nothing."""
    try:
        family, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        return socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:
        raise ConflictError(
            "cannot_listen",
            f"Nothing can listen on {host}, port {port}.",
            expected="an address of this machine and a port that is free",
            got=str(error),
            hint="Choose another --host, or another --port: 0 takes any that is free.",
        ) from error


class Server(uvicorn.Server):
    """A server whose app lives as long as it does: what is wrong at the start reaches the caller as it is."""

    def __init__(self, app: FastAPI, links: Sequence[str]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                lifespan="off",
                http=Connection,
                log_config=None,
                log_level="warning",
                server_header=False,
                # A class on one machine is short of processor time before it is short of network.
                ws_per_message_deflate=False,
                ws_max_size=LONGEST_SOCKET_MESSAGE,
                timeout_keep_alive=KEEP_ALIVE_SECONDS,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        self.app = app
        self.links = links
        self.life = AsyncExitStack()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the app, listen, and print where."""
        async with AsyncExitStack() as life:
            await life.enter_async_context(self.app.router.lifespan_context(self.app))
            await super().startup(sockets)
            address = self.links[0].partition("?")[0]  # a log is read by more people than may have the token
            log.info("playground_started", extra={"version": self.app.version, "address": address})
            print("Tensor Playground: " + "\n               or: ".join(self.links), flush=True)
            self.life = life.pop_all()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let trainings keep a checkpoint while nobody is let in any more, then close the app."""
        async with self.life:
            self.app.state.runs.halt()
            await super().shutdown(sockets)
        log.info("playground_stopped")
