"""The reference of the REST API, read from its OpenAPI schema, with a line to try for every call."""

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.web.schema_words import Parameter, Schema, fields, held, rows


@dataclass(frozen=True)
class Call:
    """One call of the API."""

    group: str
    method: str
    path: str
    text: str
    parameters: tuple[Parameter, ...]
    fields: tuple[Parameter, ...]
    """Fields of the JSON body."""
    answer: tuple[Parameter, ...]
    """Fields of the JSON answer."""
    status: str
    """The answer's status when all goes well."""
    lines: Mapping[str, str]
    """The call as a line to try, under the name of its tool."""

    @property
    def anchor(self) -> str:
        """Its name within the page."""
        return f"{self.method}{self.path}".lower().translate({ord(c): "-" for c in "/{}"}).strip("-")


def calls(openapi: Schema, base_url: str) -> list[tuple[str, list[Call]]]:
    """All calls under the names of their groups, in the order of the schema."""
    found = [
        described(openapi, base_url, path, method, operation)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]
    groups: dict[str, list[Call]] = {}
    for call in (*found, stream(base_url)):
        groups.setdefault(call.group, []).append(call)
    return list(groups.items())


def stream(base_url: str) -> Call:
    """The one call that OpenAPI has no words for: a WebSocket."""
    url = base_url.rstrip("/").replace("http", "ws", 1) + "/api/runs/recorded/stream?since=0"
    return Call(
        group="Stream",
        method="WS",
        path="/api/runs/{run_id}/stream",
        text="One event a message: first all that happened after `since`, then live; closes after the last.",
        parameters=(
            Parameter("run_id", "string", "", ""),
            Parameter("since", "integer", "0", "the last seq you know"),
        ),
        fields=(),
        answer=(),
        status="101",
        lines={"python": f"python -m websockets {url}"},
    )


def described(openapi: Schema, base_url: str, path: str, method: str, operation: Schema) -> Call:
    """One operation of the schema as a call."""
    models = openapi["components"]["schemas"]
    status, response = next(iter(operation["responses"].items()))
    body = json_schema(operation.get("requestBody", {}))
    example = next(model.get("examples", [{}])[0] for model in held(models, body)) if body else None
    url = base_url.rstrip("/") + example_path(path, operation)
    return Call(
        group=operation["tags"][0],
        method=method.upper(),
        path=path,
        text=operation["description"].partition("\n")[0],
        parameters=tuple(
            row
            for p in taken(operation)
            for row in rows(models, p["name"], p["schema"], p.get("description", ""))
        ),
        fields=tuple(fields(models, body)),
        answer=tuple(fields(models, json_schema(response))),
        status=status,
        lines={"curl": curl(method, url, example), "httpx": httpx(method, url, example)},
    )


def json_schema(holder: Schema) -> Schema:
    """The schema of a JSON body or answer, empty if it is none."""
    schema: Schema = holder.get("content", {}).get("application/json", {}).get("schema", {})
    return schema


def taken(operation: Schema) -> Iterator[Schema]:
    """The parameters of an operation, if it has any."""
    return iter(operation.get("parameters", ()))


def example_path(path: str, operation: Schema) -> str:
    """The path with the example of each parameter in it."""
    for p in taken(operation):
        if p["in"] == "path":
            path = path.replace(f"{{{p['name']}}}", str(p["schema"]["examples"][0]))
    return path


def curl(method: str, url: str, example: Any) -> str:
    """The call as a line for a shell."""
    words = ["curl", "-s"] if method == "get" else ["curl", "-s", "-X", method.upper()]
    if example is not None:
        words += ["-H", "Content-Type: application/json", "-d", json.dumps(example)]
    return shlex.join([*words, url])


def httpx(method: str, url: str, example: Any) -> str:
    """The call as a line of Python."""
    return f"httpx.{method}({url!r})" if example is None else f"httpx.{method}({url!r}, json={example!r})"
