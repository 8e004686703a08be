"""Every error of the product leaves in one shape: `{"error": {code, what, expected, got, hint}}`."""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app.errors import BusyError, ConflictError, InvalidError, PlaygroundError, Problem, UnknownError
from app.web.misfit import misfit
from app.web.pages import page

log = logging.getLogger(__name__)

STATUS: Mapping[type[PlaygroundError], HTTPStatus] = {
    InvalidError: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnknownError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.CONFLICT,
    BusyError: HTTPStatus.TOO_MANY_REQUESTS,
    PlaygroundError: HTTPStatus.SERVICE_UNAVAILABLE,
}
FRAMEWORK: Mapping[int, tuple[str, str, str]] = {
    400: (
        "unreadable",
        "The body cannot be read.",
        "It is JSON, but some number in it is too long or some list too deep.",
    ),
    404: (
        "not_found",
        "There is nothing at this address.",
        "The start page lists every page, /api every call.",
    ),
    405: ("method_not_allowed", "This address has other methods.", "The page /api lists every call."),
    413: (
        "too_large",
        "The body is too large.",
        "A drawing may have up to 280 × 280 pixels; any other body up to 64 KiB.",
    ),
}
READING = {"GET", "HEAD"}
RETRY_SECONDS = "10"


class ErrorAnswer(BaseModel):
    """What every call answers when something does not work."""

    error: Problem


EVERYWHERE: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": ErrorAnswer, "description": "The question is wrong, or names what does not exist."},
    "5XX": {"model": ErrorAnswer, "description": "The question is fine, but the playground cannot answer."},
}
"""The errors of every call, as OpenAPI names them."""


def install(app: FastAPI) -> None:
    """Let `app` answer every error in the one shape."""
    for kind in STATUS:
        app.add_exception_handler(kind, on_playground_error)
    app.add_exception_handler(RequestValidationError, on_validation_error)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(405, on_wrong_method)
    app.add_exception_handler(Exception, on_bug)


class WholeCharacters(JSONResponse):
    """A JSON response that quotes what came, also half a character, for which UTF-8 has no bytes."""

    def render(self, content: Any) -> bytes:
        """The content as JSON, with ? for each of them."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def answer(status: int, problem: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A problem as a response."""
    return WholeCharacters({"error": problem.model_dump(exclude_none=True)}, status, headers)


def told(
    request: Request, status: int, problem: Problem, headers: Mapping[str, str] | None = None
) -> Response:
    """A problem for whoever asked: a page for somebody who opened one, else JSON."""
    if not opened_page(request):
        return answer(status, problem, headers)
    response = page(request, "_problem", problem=problem)
    response.status_code = status
    return response


def opened_page(request: Request) -> bool:
    """Whether somebody opened a page, and no program a call."""
    return "text/html" in request.headers.get("accept", "") and not request.scope["path"].startswith("/api/")


def on_playground_error(request: Request, error: Exception) -> Response:
    """One of our own errors: the class tells the status."""
    assert isinstance(error, PlaygroundError)
    headers = {"Retry-After": RETRY_SECONDS} if isinstance(error, BusyError) else None
    return told(request, STATUS[type(error)], error.problem, headers)


def on_validation_error(request: Request, error: Exception) -> Response:
    """A question that does not fit its model: the first misfit, with its place."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return told(request, 400, invalid_json(first))
    return told(request, HTTPStatus.UNPROCESSABLE_ENTITY, misfit(first, error.body))


def on_http_error(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: unknown path, wrong method, body too large."""
    assert isinstance(error, HTTPException)
    code, what, hint = FRAMEWORK.get(error.status_code, ("refused", "The request was refused.", ""))
    got = "" if error.detail == HTTPStatus(error.status_code).phrase else error.detail
    problem = Problem(code=code, what=what, got=got, hint=hint)
    return told(request, error.status_code, problem, error.headers)


def on_wrong_method(request: Request, _error: Exception) -> Response:
    """A method that the address does not have; the framework would name those of its first route only."""
    allowed = ", ".join(sorted(methods(request)))
    code, what, hint = FRAMEWORK[405]
    problem = Problem(code=code, what=what, expected=allowed, got=request.method, hint=hint)
    return told(request, 405, problem, {"Allow": allowed})


def methods(request: Request) -> set[str]:
    """Every method of an address; a file, which has no route, can only be read."""
    routes = [route for route in iter_route_contexts(request.app.routes) if route.methods]
    path = next((route.path for route in routes if route.path_regex.match(request.scope["path"])), None)
    return {method for route in routes if route.path == path for method in route.methods or ()} or READING


def on_bug(request: Request, error: Exception) -> JSONResponse:
    """A mistake of ours: the log holds the details, the caller gets the usual shape."""
    # Starlette raises the error again, so uvicorn adds the traceback.
    whose = {"method": request.method, "path": request.url.path, "error": repr(error)}
    log.error("unhandled_error", extra=whose)
    return answer(
        500, Problem(code="internal_error", what="The playground made a mistake.", hint="See its log.")
    )


def invalid_json(first: Mapping[str, Any]) -> Problem:
    """The body is no JSON; the position says where reading stopped."""
    return Problem(
        code="json_invalid",
        what=f"The body is no JSON: {first['ctx']['error']} at character {first['loc'][-1]}.",
        expected="a JSON object",
        hint="Send Content-Type: application/json and check the quotes and commas there.",
    )
