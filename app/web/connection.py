"""One connection of a client, as uvicorn reads it; a request without an end is ended here."""

import asyncio
from typing import Any

from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from websockets.http11 import MAX_LINE_LENGTH, MAX_NUM_HEADERS

from app.errors import Problem
from app.web.errors import answer

LONGEST_HEAD = 64 * 1024
"""Bytes of a request before its body; browsers send a few kB."""
LONGEST_REST = 64 * 1024 * 1024
"""Bytes of a refused body that are still taken and thrown away: who sends first and reads then hears why."""
WHOLE_SECONDS = 60
"""From the first byte of a request, or the connection, until all of it is here."""
FRAMING = 32
"""Bytes of a line beside address or header: method, version, colon, line end."""


class Connection(HttpToolsProtocol):
    """uvicorn's connection; it holds no more of a request than can be one, and refuses in the error shape."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.unfinished = 0
        self.unwanted = 0
        self.clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take in a client."""
        super().connection_made(transport)
        self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let a client go."""
        super().connection_lost(exc)
        self._stop_clock()

    def data_received(self, data: bytes) -> None:
        """Read on, unless address, headers or trailers come to no end."""
        self.unfinished += len(data)
        self._start_clock()
        super().data_received(data)
        if self.unfinished > LONGEST_HEAD and not self.transport.is_closing():
            self.send_400_response("Address and headers are too long.")

    def on_message_begin(self) -> None:
        """Begin a request, which may follow another in the same data."""
        super().on_message_begin()
        self._start_clock()

    def on_headers_complete(self) -> None:
        """Come to the end of a head."""
        self.unfinished = self.unwanted = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Pass on a piece of a body; close where one has no end."""
        self.unfinished = 0
        super().on_body(body)
        self.unwanted += len(body) if self.cycle.response_complete else 0
        if self.unwanted > LONGEST_REST:
            self.transport.close()

    def on_message_complete(self) -> None:
        """Come to the end of a request."""
        super().on_message_complete()
        self._stop_clock()

    def handle_websocket_upgrade(self) -> None:
        """Open a WebSocket, unless its library would find the request too long, and then say nothing."""
        lines = [self.url, *(name + value for name, value in self.headers)]
        if len(lines) > MAX_NUM_HEADERS or max(map(len, lines)) > MAX_LINE_LENGTH - FRAMING:
            self.send_400_response("Address and headers are too long for a WebSocket.")
        else:
            super().handle_websocket_upgrade()

    def send_400_response(self, msg: str) -> None:
        """Say what is wrong with a request that is none, and close."""
        expected = f"a request in HTTP/1.1, with a head of at most {LONGEST_HEAD:,} bytes"
        self._refuse(400, Problem(code="no_request", what=msg, expected=expected))

    def _start_clock(self) -> None:
        self.clock = self.clock or self.loop.call_later(WHOLE_SECONDS, self._wait_no_longer)

    def _stop_clock(self) -> None:
        if self.clock:
            self.clock.cancel()
            self.clock = None

    def _wait_no_longer(self) -> None:
        if self._owes_an_answer():
            expected = f"a request that is complete within {WHOLE_SECONDS} seconds"
            self._refuse(408, Problem(code="too_slow", what="The request came to no end.", expected=expected))
        else:  # such as a connection that a browser opened in advance
            self.transport.close()

    def _owes_an_answer(self) -> bool:
        if self.cycle is None:
            return self.scope is not None
        if self.cycle.scope is self.scope:
            return not self.cycle.response_started
        return self.cycle.response_complete  # nothing may come into the middle of the answer before

    def _refuse(self, status: int, problem: Problem) -> None:
        self.transport.write(raw(answer(status, problem)))
        self.transport.close()


def raw(response: Response) -> bytes:
    """A last response, as it travels."""
    headers = [*response.raw_headers, (b"connection", b"close")]
    lines = [b"HTTP/1.1 %d " % response.status_code, *(b"%s: %s" % header for header in headers)]
    return b"\r\n".join([*lines, b"", bytes(response.body)])
