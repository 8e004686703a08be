"""The schema is as true as the calls."""

from typing import Any

import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def schema(client: TestClient) -> dict[str, Any]:
    """The schema as it is served."""
    schema: dict[str, Any] = client.get("/api/openapi.json").json()
    return schema


@pytest.mark.parametrize(("model", "name"), [("Adam", "name"), ("Squeeze", "op")])
def test_an_alternative_must_say_which_it_is(schema: dict[str, Any], model: str, name: str) -> None:
    assert name in schema["components"]["schemas"][model]["required"]


def test_every_call_tells_the_shape_of_its_errors(schema: dict[str, Any]) -> None:
    calls = [call for path in schema["paths"].values() for call in path.values()]
    shapes = [call["responses"][kind]["content"] for call in calls for kind in ("4XX", "5XX")]
    assert len(calls) > 30
    assert all(shape["application/json"]["schema"]["$ref"].endswith("/ErrorAnswer") for shape in shapes)
    assert not any("422" in call["responses"] for call in calls)


@pytest.mark.parametrize(
    ("path", "spoilt"),
    [
        ("/api/runs/code", {"epochs": "5"}),
        ("/api/runs/code", {"seed": False}),
        ("/api/runs/code", {"label_noise": True}),
        ("/api/lessons/backpropagation", {"expression": "x", "values": {"x": 1}, "check": 0}),
        ("/api/lessons/gradient_descent", {"until": "1"}),
        ("/api/lessons/gradient_descent", {"start": [True]}),
    ],
)
def test_a_type_is_what_the_schema_says(client: TestClient, path: str, spoilt: dict[str, Any]) -> None:
    assert client.post(path, json=spoilt).status_code == 422
