"""How somebody is turned away at the doors: a program in the error shape, a person by a page."""

import hashlib
import logging
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from app.errors import Problem
from app.web.errors import answer, opened_page
from app.web.files import folder
from app.web.pages import page
from app.web.security import CONTENT_POLICY

log = logging.getLogger(__name__)

POLICY_VIOLATION = 1008
STYLES = ("tokens", "base", "controls", "frame")
HEADERS: Mapping[HTTPStatus, Mapping[str, str]] = {HTTPStatus.UNAUTHORIZED: {"WWW-Authenticate": "Bearer"}}

Refusal = tuple[HTTPStatus, Problem]


async def turn_away(refused: Refusal, scope: Scope, receive: Receive, send: Send) -> None:
    """Say no: with an answer over HTTP, by closing a WebSocket before it opens."""
    note(refused[1], scope)
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    request = Request(scope)
    response = lonely_page(request, *refused) if opened_page(request) else answer(*refused)
    response.headers.update(HEADERS.get(refused[0], {}))
    await response(scope, receive, send)


def note(problem: Problem, scope: Scope) -> None:
    """Tell the operator who was turned away, and why."""
    client, _port = scope.get("client") or ("", 0)
    told = {"code": problem.code, "got": problem.got, "path": scope["path"], "client": client}
    log.warning("door_refused", extra=told)


def lonely_page(request: Request, status: HTTPStatus, problem: Problem) -> Response:
    """A page that needs no other file, for none would be let through: its styles come along."""
    styles = style_sheets()
    response = page(
        request,
        "_turned_away",
        problem=problem,
        asks_token=status == HTTPStatus.UNAUTHORIZED,
        kept=[(name, value) for name, value in request.query_params.multi_items() if name != "token"],
        styles=Markup(f"<style>{styles}</style>"),
    )
    response.status_code = status
    response.headers["Content-Security-Policy"] = f"{CONTENT_POLICY}; style-src '{fingerprint(styles)}'"
    return response


@cache
def style_sheets() -> str:
    """All that the page needs to look like ours; read once, for whoever knocks may do so often."""
    return "\n".join((folder("static") / f"css/{name}.css").read_text("utf-8") for name in STYLES)


def fingerprint(text: str) -> str:
    """How a content policy names the one inline text that it lets through."""
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
