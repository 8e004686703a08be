"""The reference of the REST API, read from its OpenAPI schema, with a line to try for every call."""

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Parameter:
    """Something that a call takes in its address."""

    name: str
    kind: str
    """Its type and limits in words."""
    default: str
    text: str


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
    return [
        (name, list(group))
        for name, group in groupby([*found, stream(base_url)], key=lambda call: call.group)
    ]


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
        status="101",
        lines={"python": f"python -m websockets {url}"},
    )


def described(openapi: Schema, base_url: str, path: str, method: str, operation: Schema) -> Call:
    """One operation of the schema as a call."""
    body = body_schema(openapi, operation)
    example = None if body is None else body.get("examples", [{}])[0]
    url = base_url.rstrip("/") + example_path(path, operation)
    return Call(
        group=operation["tags"][0],
        method=method.upper(),
        path=path,
        text=operation["description"],
        parameters=tuple(
            parameter(p["name"], p["schema"], p.get("description", "")) for p in taken(operation)
        ),
        fields=tuple(
            parameter(name, field, "") for name, field in (body or {}).get("properties", {}).items()
        ),
        status=next(iter(operation["responses"])),
        lines={"curl": curl(method, url, example), "httpx": httpx(method, url, example)},
    )


def taken(operation: Schema) -> Iterator[Schema]:
    """The parameters of an operation, if it has any."""
    return iter(operation.get("parameters", ()))


def body_schema(openapi: Schema, operation: Schema) -> Schema | None:
    """The model of the JSON body, if the operation takes one."""
    if "requestBody" not in operation:
        return None
    reference: str = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    schema: Schema = openapi["components"]["schemas"][reference.rpartition("/")[2]]
    return schema


def example_path(path: str, operation: Schema) -> str:
    """The path with the example of each parameter in it."""
    for p in taken(operation):
        if p["in"] == "path":
            path = path.replace(f"{{{p['name']}}}", p["schema"]["examples"][0])
    return path


def parameter(name: str, schema: Schema, text: str) -> Parameter:
    """One parameter or field in words."""
    default = schema.get("default")
    return Parameter(
        name=name,
        kind=kind(schema),
        default="" if default is None else json.dumps(default),
        text=text or schema.get("description", ""),
    )


def kind(schema: Schema) -> str:
    """A schema's type and limits: `integer 1 … 200`, `"train" or "test"`, `list of HiddenLayer`."""
    if "anyOf" in schema or "oneOf" in schema:
        kinds = (kind(s) for s in schema.get("anyOf", schema.get("oneOf")) if s.get("type") != "null")
        return " or ".join(kinds)
    if "enum" in schema:
        return " or ".join(json.dumps(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {kind(schema.get('items', {}))}"
    name: str = schema.get("type") or schema.get("$ref", "any").rpartition("/")[2]
    low, high = schema.get("minimum", schema.get("exclusiveMinimum")), schema.get("maximum")
    return name if low is None or high is None else f"{name} {whole(low)} … {whole(high)}"


def whole(number: float) -> str:
    """A limit as it is read: the schema writes 1 as 1.0."""
    return f"{number:,}".removesuffix(".0")


def curl(method: str, url: str, example: Any) -> str:
    """The call as a line for a shell."""
    words = ["curl", "-s"] if method == "get" else ["curl", "-s", "-X", method.upper()]
    if example is not None:
        words += ["-H", "Content-Type: application/json", "-d", json.dumps(example)]
    return shlex.join([*words, url])


def httpx(method: str, url: str, example: Any) -> str:
    """The call as a line of Python."""
    return f"httpx.{method}({url!r})" if example is None else f"httpx.{method}({url!r}, json={example!r})"
