"""Who may come in: one wrapper around the whole app that lets through only what it knows.

A web page of somebody else can make this browser send requests here, and a name that somebody else owns
can be rebound to 127.0.0.1. Neither can choose its Host and Origin, so both are compared with exact lists.
A browser leaves the Origin out of plain reads only (an image, a script, a frame, a link), and tells by
Sec-Fetch-Site whose they are. What carries neither was sent by a program, which obeys no foreign page.
"""

import hmac
from collections.abc import Collection
from http import HTTPStatus
from urllib.parse import quote, urlencode

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.errors import Problem
from app.web.security import secured
from app.web.turned_away import Refusal, turn_away

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = frozenset({"/api/health"})
OWN_SITES = frozenset({"same-origin", "none"})
"""Sec-Fetch-Site of our own pages, and of an address that somebody typed."""


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
        connection, send = HTTPConnection(scope), secured(send)
        refused = self.wrong_host(connection) or self.foreign_page(connection) or wrong_content(connection)
        if not refused and self.brings_token_in_link(connection):
            await self.swap_token(connection)(scope, receive, send)
            return
        refused = refused or self.no_token(connection)
        if refused:
            await turn_away(refused, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def wrong_host(self, connection: HTTPConnection) -> Refusal | None:
        """The Host must be one of ours: a rebound name is not."""
        hosts = connection.headers.getlist("host")
        if len(hosts) == 1 and hosts[0].lower() in self.hosts:
            return None
        return HTTPStatus.MISDIRECTED_REQUEST, Problem(
            code="unknown_host",
            what="The playground does not answer under this name.",
            expected="the name in the link that was printed at the start, or one of PLAYGROUND_HOSTS",
            got=ascii(", ".join(hosts)),
            hint="Open the link that was printed at the start, or add the name to PLAYGROUND_HOSTS.",
        )

    def foreign_page(self, connection: HTTPConnection) -> Refusal | None:
        """A page of another origin may do nothing but link to us."""
        origins = connection.headers.getlist("origin")
        own = len(origins) == 1 and origins[0] in self.origins
        if own or (not origins and (from_own_site(connection) or follows_link(connection))):
            return None
        return HTTPStatus.FORBIDDEN, Problem(
            code="foreign_origin",
            what="Another page tried to use the playground.",
            expected="a page of the playground, or a program, which sends no Origin",
            got=ascii(", ".join(origins)),
            hint="Open the playground in a tab of its own.",
        )

    def no_token(self, connection: HTTPConnection) -> Refusal | None:
        """Beyond loopback only those come in who have the link."""
        if self.token is None or connection.scope["path"] in OPEN_PATHS or self.knows_token(connection):
            return None
        if "token" in connection.query_params:
            code, what = "token_wrong", "This token does not open the playground."
        else:
            code, what = "token_missing", "The playground asks for its token."
        return HTTPStatus.UNAUTHORIZED, Problem(
            code=code,
            what=what,
            expected="the link with ?token=… that was printed at the start, or Authorization: Bearer …",
            hint="Open the link that the server printed: each start makes a new token, unless one is set.",
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
        headers = {"Refresh": f"0; url={address_without_token(connection)}", "Cache-Control": "no-store"}
        response = PlainTextResponse("The playground opens …", headers=headers)
        response.set_cookie(self.cookie, self.token or "", httponly=True, samesite="strict")
        return response


def address_without_token(connection: HTTPConnection) -> str:
    """What the link opens, on this server and in ASCII, whatever bytes it was written in."""
    path = quote("/" + connection.scope["path"].lstrip("/"))
    rest = [(name, value) for name, value in connection.query_params.multi_items() if name != "token"]
    return path + (f"?{urlencode(rest)}" if rest else "")


def from_own_site(connection: HTTPConnection) -> bool:
    """Whether a program or a page of ours sent this."""
    return connection.headers.get("sec-fetch-site", "none") in OWN_SITES


def follows_link(connection: HTTPConnection) -> bool:
    """Whether somebody comes here from another page: a whole tab goes along, so that page reads nothing."""
    wanted = connection.headers.get("sec-fetch-mode"), connection.headers.get("sec-fetch-dest")
    return is_safe(connection) and wanted == ("navigate", "document")


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
