"""A JSON schema in words: each field with its type, limits and default; models laid out field by field."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Parameter:
    """Something that a call takes or gives."""

    name: str
    """Where it stands: `epochs`, `hidden[].units`."""
    kind: str
    """Its type and limits in words."""
    default: str
    text: str


def rows(models: Schema, name: str, schema: Schema, text: str = "") -> Iterator[Parameter]:
    """One field, and below it the fields of the models that it holds."""
    default = schema.get("default")
    yield Parameter(
        name=name,
        kind=kind(schema),
        default="" if default is None else json.dumps(default),
        text=text or schema.get("description", ""),
    )
    inside = f"{name}[]" if schema.get("type") == "array" else name
    yield from fields(models, schema, f"{inside}.")


def fields(models: Schema, schema: Schema, prefix: str = "") -> Iterator[Parameter]:
    """The fields of a model; those that alternatives share are told once."""
    variants: dict[str, list[Schema]] = {}
    for model in held(models, schema):
        for name, field in model.get("properties", {}).items():
            variants.setdefault(name, []).append(field)
    for name, same in variants.items():
        yield from rows(models, f"{prefix}{name}", merged(same))


def merged(variants: list[Schema]) -> Schema:
    """One field of several alternatives; a default stands only where all agree."""
    if len(variants) == 1:
        return variants[0]
    defaults = {json.dumps(variant.get("default")) for variant in variants}
    return {"anyOf": variants, "default": json.loads(defaults.pop()) if len(defaults) == 1 else None}


def held(models: Schema, schema: Schema) -> Iterator[Schema]:
    """The models that a schema refers to: itself, its items or its alternatives."""
    if "$ref" in schema:
        yield models[schema["$ref"].rpartition("/")[2]]
    for inner in alternatives(schema) or [schema[part] for part in ("items",) if part in schema]:
        yield from held(models, inner)


def alternatives(schema: Schema) -> list[Schema]:
    """What a schema may be; null, which only says that it may be left out, does not count."""
    return [s for s in schema.get("anyOf", schema.get("oneOf", ())) if s.get("type") != "null"]


def kind(schema: Schema) -> str:
    """A schema's type and limits: `integer 1 … 200`, `"train" or "test"`, `list of integer`."""
    if several := alternatives(schema):
        return " or ".join(dict.fromkeys(kind(each) for each in several))
    if "enum" in schema:
        return " or ".join(json.dumps(value) for value in schema["enum"])
    if "const" in schema:
        return json.dumps(schema["const"])
    if schema.get("type") == "array":
        return f"list of {kind(schema.get('items', {}))}"
    name: str = "object" if "$ref" in schema else schema.get("type", "any")
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    return name if low is None or high is None else f"{name} {whole(low)} … {whole(high)}"


def whole(number: float) -> str:
    """A limit as it is read: the schema writes 1 as 1.0."""
    return f"{number:,}".removesuffix(".0")
