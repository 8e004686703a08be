"""A schema is told in words, down to the fields of its models."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.network.spec import Spec
from app.web.schema_words import Parameter, Schema, fields, kind


@pytest.fixture(scope="module")
def spec() -> dict[str, Parameter]:
    """The fields of a run's spec in words."""
    schema = Spec.model_json_schema(ref_template="#/{model}")
    return {row.name: row for row in fields({"Spec": schema, **schema["$defs"]}, {"$ref": "#/Spec"})}


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "integer", "minimum": 1.0, "maximum": 60_000.0}, "integer 1 … 60,000"),
        ({"type": "number", "exclusiveMinimum": 0, "maximum": 0.5}, "number 0 … 0.5"),
        ({"type": "string"}, "string"),
        ({"enum": ["train", "test"]}, '"train" or "test"'),
        ({"const": "sgd"}, '"sgd"'),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, "integer"),
        (
            {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
            "list of list of integer",
        ),
        ({"$ref": "#/Any"}, "object"),
        ({}, "any"),
    ],
)
def test_type_and_limits_are_words(schema: Schema, words: str) -> None:
    assert kind(schema) == words


def test_a_field_tells_its_default(spec: dict[str, Parameter]) -> None:
    assert (spec["epochs"].kind, spec["epochs"].default) == ("integer 1 … 100", "5")
    assert spec["epochs"].text


def test_the_fields_of_a_model_inside_are_laid_out(spec: dict[str, Parameter]) -> None:
    assert spec["hidden"].kind == "list of object"
    assert spec["hidden[].units"].kind == "integer 1 … 2,048"
    assert spec["optimizer.name"].kind == '"sgd" or "rmsprop" or "adagrad" or "adam"'
    assert spec["optimizer.learning_rate"].default == ""
    assert {"optimizer.learning_rate", "optimizer.momentum", "optimizer.beta_1"} <= spec.keys()


def test_the_reference_tells_what_comes_back(client: TestClient) -> None:
    openapi: dict[str, Any] = client.get("/api/openapi.json").json()
    answer = openapi["paths"]["/api/predictions"]["post"]["responses"]["200"]["content"]["application/json"]
    names = [row.name for row in fields(openapi["components"]["schemas"], answer["schema"])]
    assert names[:3] == ["label", "probabilities", "input"]
    assert "layers[].shape" in names
