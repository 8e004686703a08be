"""Every lesson is listed, answers its presets, has its page, and refuses whatever is no question."""

import json
import time
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.lessons.course import LESSONS, lesson
from app.tensors.dtypes import TYPES
from app.tensors.operations import OPERATIONS

SLUGS = [entry.slug for entry in LESSONS]
JSON = {"Content-Type": "application/json"}
NUMBERS = st.integers() | st.sampled_from([2**63 - 1, -(2**63), 2**63, 10**4000]) | st.floats()
"""The floats that JSON lacks are sent as Python writes them; it reads 1e400 as one of them."""
LEAVES = st.none() | st.booleans() | NUMBERS | st.sampled_from(["NaN", "\ud800", "1e400"]) | st.text()
LISTS = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
DEEP = st.builds(lambda depth: json.loads("[" * depth + "]" * depth), st.integers(1, 900))
OPERANDS = st.builds(lambda values: {"values": values}, LISTS | DEEP)
OPERANDS |= st.builds(lambda shape: {"shape": shape}, st.lists(NUMBERS | LEAVES, max_size=8))
OPS = st.sampled_from(sorted({*OPERATIONS, "reshape", "transpose", "expand_dims", "squeeze"}))
MOVES = st.fixed_dictionaries(
    {"op": OPS},
    optional={"shape": st.lists(NUMBERS, max_size=8), "axes": st.lists(NUMBERS), "axis": NUMBERS},
)
LAYERS = st.fixed_dictionaries({"W": LISTS}, optional={"b": LISTS, "relu": LEAVES})
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "a": OPERANDS,
    "b": OPERANDS,
    "points": OPERANDS,
    "op": OPS,
    "ops": st.lists(MOVES, min_size=1, max_size=3),
    "layers": st.lists(LAYERS, min_size=1, max_size=2),
    "dtype": st.sampled_from([*TYPES]),
    "slice": st.text(),
    "cell": st.lists(NUMBERS, max_size=3),
}
OTHERS = LISTS | DEEP


def questions(slug: str) -> st.SearchStrategy[Any]:
    """Almost a question of a lesson: its own fields, and in them, or in place of all, anything."""
    model = lesson(slug).Question.model_fields
    fields = {name: FIELDS.get(name, OTHERS) for name in model}
    required = {name: fields[name] for name, field in model.items() if field.is_required()}
    optional = {name: fields[name] | OTHERS for name in fields if name not in required}
    return st.fixed_dictionaries(required, optional=optional) | OTHERS


def test_the_course_is_listed_in_its_order(client: TestClient) -> None:
    listed = client.get("/api/lessons").json()["lessons"]
    assert [entry["slug"] for entry in listed] == SLUGS
    assert all(entry["law"].endswith(".") for entry in listed)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_preset_gets_a_trace_or_a_lesson_in_errors(client: TestClient, slug: str) -> None:
    for title, question in lesson(slug).PRESETS:
        answer = client.post(f"/api/lessons/{slug}", json=question)
        assert answer.status_code in {200, 422}, title
        told = answer.json()
        assert told["code"]["numpy"] if answer.status_code == 200 else told["error"]["fixes"], title


@pytest.mark.parametrize("slug", SLUGS)
def test_every_lesson_has_its_page_with_law_and_presets(client: TestClient, slug: str) -> None:
    page = client.get(f"/lessons/{slug}")
    assert page.status_code == 200
    assert lesson(slug).TITLE in page.text
    assert "<math" in page.text


@pytest.mark.parametrize("slug", SLUGS)
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_garbage_gets_the_error_shape_and_never_a_500(client: TestClient, slug: str, data: Any) -> None:
    garbage = data.draw(questions(slug))
    answer = client.post(f"/api/lessons/{slug}", content=json.dumps(garbage), headers=JSON)
    assert answer.status_code in {200, 400, 404, 413, 422}
    assert answer.status_code == 200 or answer.json()["error"]["what"]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("number", ["1e400", "-1e400", "9" * 4000, "9" * 5000, "NaN"])
@pytest.mark.parametrize("operand", ['{"values": [1, %s]}', '{"shape": [%s, %s]}'])
def test_a_number_beyond_all_is_refused(client: TestClient, slug: str, number: str, operand: str) -> None:
    given = operand.replace("%s", number)
    question = f'{{"a": {given}, "b": {given}, "layers": [{{"W": [[{number}]]}}]}}'
    answer = client.post(f"/api/lessons/{slug}", content=question, headers=JSON)
    assert answer.status_code in {400, 422}
    assert answer.json()["error"]["what"]


def test_an_unknown_lesson_is_404(client: TestClient) -> None:
    assert client.get("/lessons/nothing").status_code == 404
    assert client.post("/api/lessons/nothing", json={}).status_code in {404, 405}


def test_a_mismatch_travels_with_its_shapes_axis_and_fixes(client: TestClient) -> None:
    answer = client.post("/api/lessons/broadcasting", json={"a": {"shape": [2, 3]}, "b": {"shape": [2]}})
    error = answer.json()["error"]
    assert answer.status_code == 422
    assert (error["shapes"], error["axis"]) == ({"a": [2, 3], "b": [2]}, 1)
    for fix in error["fixes"]:
        assert client.post("/api/lessons/broadcasting", json=fix["question"]).status_code == 200


def test_a_check_is_answered_by_tensorflow_as_soon_as_it_is_there(client: TestClient) -> None:
    question = {"expression": "abs(y_true - (x*w + b))", "values": {"x": 3, "w": 2, "b": 3, "y_true": 8}}
    while (check := asked(client, question)["check"])["tensorflow"] == "loading":
        time.sleep(0.05)
    assert check["tensorflow"] == {"x": 2, "w": 3, "b": 1, "y_true": -1}
    assert 0 <= check["max_difference"] < 1e-6
    assert asked(client, {**question, "check": False})["check"] is None


def asked(client: TestClient, question: dict[str, Any]) -> dict[str, Any]:
    """The answer of the lesson on backpropagation."""
    answer: dict[str, Any] = client.post("/api/lessons/backpropagation", json=question).json()
    return answer
