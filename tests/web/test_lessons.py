"""Every lesson is listed, answers its presets, has its page, and refuses whatever is no question."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from app.lessons.course import LESSONS, lesson

SLUGS = [entry.slug for entry in LESSONS]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["a", "b", "op", "values", "shape"]), inner)
    ),
    max_leaves=12,
)


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
@settings(max_examples=60)
@given(garbage=JSON)
def test_garbage_gets_the_error_shape_and_never_a_500(client: TestClient, slug: str, garbage: Any) -> None:
    answer = client.post(f"/api/lessons/{slug}", json=garbage)
    assert answer.status_code in {200, 400, 422}
    assert answer.status_code == 200 or answer.json()["error"]["what"]


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
