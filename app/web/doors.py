"""Who may come in: one wrapper around the whole app that lets through only what it knows.

A web page of somebody else can make this browser send requests here, and a name that somebody else owns
can be rebound to 127.0.0.1. Neither can choose its Host and Origin, so both are compared with exact lists.
"""

import hmac
from collections.abc import Collection
from http import HTTPStatus

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import Problem
from app.web.errors import answer

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = frozenset({"/api/health"})
POLICY_VIOLATION = 1008
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

Refusal = tuple[HTTPStatus, Problem]


class Doors:
    """The app behind its doors: Host, Origin, content type, and beyond loopback a token."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], token: str | None, cookie: str) -> None:
        self.app = app
        self.cookie = cookie
        self.hosts = frozenset(hosts)
        self.origins = frozenset(f"http://{host}" for host in hosts)
        self.token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a connection through, or refuse it before any of the app has seen it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        refused = self.wrong_host(connection) or self.wrong_origin(connection) or wrong_content(connection)
        if not refused and self.brings_token_in_link(connection):
            await self.swap_token(connection)(scope, receive, send)
            return
        refused = refused or self.no_token(connection)
        if refused:
            await refuse(refused, scope, receive, send)
        else:
            await self.app(scope, receive, secured(send))

    def wrong_host(self, connection: HTTPConnection) -> Refusal | None:
        """The Host must be one of ours: a rebound name is not."""
        hosts = connection.headers.getlist("host")
        if len(hosts) == 1 and hosts[0].lower() in self.hosts:
            return None
        return HTTPStatus.MISDIRECTED_REQUEST, Problem(
            code="unknown_host",
            what="The playground does not answer under this name.",
            expected=" or ".join(sorted(self.hosts)),
            got=ascii(", ".join(hosts)),
            hint="Open the link that was printed at the start, or add the name to PLAYGROUND_HOSTS.",
        )

    def wrong_origin(self, connection: HTTPConnection) -> Refusal | None:
        """A page of another origin may neither change anything nor open a stream."""
        if is_safe(connection):
            return None
        origins = connection.headers.getlist("origin")
        if not origins or (len(origins) == 1 and origins[0] in self.origins):
            return None
        return HTTPStatus.FORBIDDEN, Problem(
            code="foreign_origin",
            what="Another page tried to use the playground.",
            expected=" or ".join(sorted(self.origins)),
            got=ascii(", ".join(origins)),
        )

    def no_token(self, connection: HTTPConnection) -> Refusal | None:
        """Beyond loopback only those come in who have the link."""
        if self.token is None or connection.url.path in OPEN_PATHS or self.knows_token(connection):
            return None
        return HTTPStatus.UNAUTHORIZED, Problem(
            code="token_missing",
            what="This playground can be reached from other machines, so it asks for its token.",
            expected="the link with ?token=… that was printed at the start, or Authorization: Bearer …",
            hint="Look at the first lines of the server's output.",
        )

    def knows_token(self, connection: HTTPConnection) -> bool:
        """Whether the cookie or the Authorization header carries the token."""
        bearer = connection.headers.get("authorization", "").removeprefix("Bearer ")
        return self.is_token(bearer) or self.is_token(connection.cookies.get(self.cookie, ""))

    def brings_token_in_link(self, connection: HTTPConnection) -> bool:
        """Whether this is somebody who just opened the printed link."""
        opened = connection.scope.get("method") == "GET"
        return opened and self.is_token(connection.query_params.get("token", ""))

    def is_token(self, text: str) -> bool:
        """Compare without telling by the time taken how much was right."""
        return self.token is not None and hmac.compare_digest(text.encode(), self.token.encode())

    def swap_token(self, connection: HTTPConnection) -> Response:
        """Take the token out of the address, where others would see it, and put it into a cookie.

        No redirect: after a link on another site, a redirected browser would not yet send a strict cookie.
        """
        url = connection.url.remove_query_params("token")
        here = "/" + url.path.lstrip("/") + (f"?{url.query}" if url.query else "")
        response = PlainTextResponse("The playground opens …", headers={"Refresh": f"0; url={here}"})
        response.set_cookie(self.cookie, self.token or "", httponly=True, samesite="strict")
        return response


def is_safe(connection: HTTPConnection) -> bool:
    """Whether this can change nothing: a plain read, and no WebSocket, which no browser rule protects."""
    return connection.scope["type"] == "http" and connection.scope["method"] in SAFE_METHODS


def wrong_content(connection: HTTPConnection) -> Refusal | None:
    """A body must say that it is JSON: no foreign form can say so without being asked first."""
    has_body = (
        connection.headers.get("content-length", "0") != "0" or "transfer-encoding" in connection.headers
    )
    kind = connection.headers.get("content-type", "").partition(";")[0].strip().lower()
    if is_safe(connection) or not has_body or kind == "application/json":
        return None
    return HTTPStatus.UNSUPPORTED_MEDIA_TYPE, Problem(
        code="not_json",
        what="The body does not say that it is JSON.",
        expected="Content-Type: application/json",
        got=ascii(kind),
        hint="Send the header Content-Type: application/json.",
    )


async def refuse(refused: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Say no: in the error shape over HTTP, by closing a WebSocket before it opens."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
    else:
        await answer(*refused)(scope, receive, secured(send))


def secured(send: Send) -> Send:
    """A `send` that adds the security headers to every response."""

    async def send_secured(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(SECURITY_HEADERS)
        await send(message)

    return send_secured
