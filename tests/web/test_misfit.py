"""What does not fit a model is told in the playground's words, with its place as it was sent."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

A = {"shape": [2]}
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("slug", "sent", "what", "expected"),
    [
        ("broadcasting", {}, "a is missing.", "a value, for it has no default"),
        ("broadcasting", [], "The body does not fit.", "an object with named fields"),
        ("broadcasting", {"a": A, "b": {}}, "b does not fit.", "either values or a shape"),
        ("broadcasting", {"a": A, "b": {"shape": [1, 2.5]}}, "b.shape[1] does not fit.", "a whole number"),
        (
            "broadcasting",
            {"a": A, "b": A, "c": 1},
            "c is not a field here.",
            "only fields",
        ),
        ("tensors", {"a": A, "dtype": "int"}, "dtype does not fit.", "one of float16, float32, float64"),
        ("tensors", {"a": A, "slice": ":" * 201}, "slice does not fit.", "at most 200 characters"),
        ("reshaping", {"a": A, "ops": {}}, "ops does not fit.", "a list"),
        ("reshaping", {"a": A, "ops": [{}]}, "ops[0] does not say what it is.", "a field op"),
        (
            "reshaping",
            {"a": A, "ops": [{"op": "x"}]},
            "ops[0] does not fit.",
            "op: one of reshape, ",
        ),
        ("reshaping", {"a": A, "ops": [{"op": "reshape"}]}, "ops[0].shape is missing.", "a value"),
        (
            "reshaping",
            {"a": A, "ops": [{"op": "squeeze", "axis": "0"}]},
            "ops[0].axis",
            "a whole number",
        ),
        ("geometry", {"layers": []}, "layers does not fit.", "at least 1 in the list"),
        ("geometry", {"layers": [{"W": [[1, 5000]]}]}, "layers[0].W[0][1] does not fit.", "1000 or less"),
        ("geometry", {"layers": [{"W": [["NaN"]]}]}, "layers[0].W[0][0] does not fit.", "a number"),
    ],
)
def test_a_misfit_is_told(client: TestClient, slug: str, sent: Any, what: str, expected: str) -> None:
    error = client.post(f"/api/lessons/{slug}", json=sent).json()["error"]
    assert error["what"].startswith(what)
    assert error["expected"].startswith(expected)


def test_what_came_is_echoed_as_json_and_short(client: TestClient) -> None:
    for sent, got in ((None, "null"), (True, "true"), (["x"] * 99, '["x", "x"'), ("\ud800" * 99, '"\\ud800')):
        error = client.post("/api/lessons/tensors", content=json.dumps({"a": sent}), headers=JSON).json()[
            "error"
        ]
        assert error["got"].startswith(got)
        assert len(error["got"]) < 100
