"""Lessons on the tensors of a run answer as NumPy does on its arrays, and their code loads these."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.lessons.course import LESSONS, lesson
from app.network.backend import keras, tf

STEP = 938
FILE = f"/api/runs/recorded/tensors/{STEP}/tensors.npz"
EXAMPLES = [
    (entry.slug, example) for entry in LESSONS for example in getattr(lesson(entry.slug), "FROM_A_RUN", ())
]


def of_the_step(part: Any) -> Any:
    """A question about the newest run as one about the recorded run after 938 updates."""
    if not isinstance(part, dict):
        return part
    own = {"run": "recorded", "step": STEP} if "name" in part else {}
    return own | {name: of_the_step(inner) for name, inner in part.items()}


@pytest.fixture(scope="module")
def folder(client: TestClient, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the file of that step under the name with which it is downloaded."""
    answer = client.get(FILE)
    name = re.findall(r'filename="(.+)"', answer.headers["Content-Disposition"])[0]
    folder = tmp_path_factory.mktemp("downloads")
    (folder / name).write_bytes(answer.content)
    return folder


def test_the_file_holds_what_is_listed_and_the_weights_of_the_snapshot(client: TestClient) -> None:
    listed = client.get(f"/api/runs/recorded/tensors/{STEP}").json()["tensors"]
    tensors = np.load(BytesIO(client.get(FILE).content))
    snapshot = np.load(BytesIO(client.get(f"/api/runs/recorded/snapshots/{STEP}").content))
    assert [entry["name"] for entry in listed] == list(tensors)
    assert all(tuple(entry["shape"]) == tensors[entry["name"]].shape for entry in listed)
    assert all(np.array_equal(tensors[name], snapshot[name]) for name in snapshot)


@pytest.mark.parametrize(("slug", "example"), EXAMPLES, ids=[f"{s}: {e[0]}" for s, e in EXAMPLES])
def test_a_lesson_answers_as_its_own_lines_do(
    client: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch, slug: str, example: tuple[str, Any]
) -> None:
    answer = client.post(f"/api/lessons/{slug}", json=of_the_step(example[1]))
    assert answer.status_code == 200
    trace = answer.json()
    monkeypatch.chdir(folder)
    told = trace.get("result") or trace["value"]
    told = told if isinstance(told, dict) else {"values": told, "shape": []}
    values = np.array(told["values"], float)
    for lines in filter(None, trace["code"].values()):
        names: dict[str, Any] = {"keras": keras, "tf": tf}
        exec(lines, names)
        result = np.asarray(names["result"])
        assert list(result.shape) == told["shape"]
        part = tuple(slice(length) for length in values.shape)
        assert np.allclose(result[part].astype(float), values, atol=1e-5)


def test_they_are_the_operations_that_they_are_called(client: TestClient, folder: Path) -> None:
    real = np.load(next(folder.iterdir()))
    expected = {
        ("broadcasting", "X·W1 + b1"): real["Z1"],
        ("dot_product", "X·W1"): real["XW1"],
        ("element_wise", "relu of Z1"): real["A1"],
        ("reshaping", "Xᵀ"): real["X"].T,
    }
    for (slug, title), tensor in expected.items():
        question = dict(lesson(slug).FROM_A_RUN)[title]
        told = client.post(f"/api/lessons/{slug}", json=of_the_step(question)).json()["result"]
        rows, columns = np.array(told["values"]).shape
        assert told["shape"] == list(tensor.shape)
        assert told["preview"] == f"the first {(rows, columns)} of {tensor.shape}"
        assert np.allclose(told["values"], tensor[:rows, :columns], atol=1e-5)


def test_numbers_of_a_run_go_through_a_graph_and_get_their_gradients(
    client: TestClient, folder: Path
) -> None:
    real = np.load(next(folder.iterdir()))
    neuron = np.maximum(real["X"][0, 404:408] @ real["W1"][404:408, 4] + real["b1"][4], 0)
    examples = dict(lesson("backpropagation").FROM_A_RUN)
    for title, value in (("four pixels of a neuron", neuron), ("the score of a 4", real["Z2"][0, 4])):
        trace = client.post("/api/lessons/backpropagation", json=of_the_step(examples[title])).json()
        assert trace["value"] == pytest.approx(value, abs=1e-5)
        assert trace["check"]["max_difference"] < 1e-6
    weight = {"name": "W1", "slice": "400, 7", "run": "recorded", "step": STEP}
    question = {"expression": "2*w", "values": {"w": weight}}
    trace = client.post("/api/lessons/backpropagation", json=question).json()
    assert trace["value"] == pytest.approx(2 * real["W1"][400, 7])
    assert (trace["gradients"], '["W1"][400, 7]' in trace["code"]["numpy"]) == ({"w": 2}, True)


def test_a_matrix_is_no_points_but_two_of_its_columns_are(client: TestClient) -> None:
    question = {
        "layers": [{"W": [[1, 0], [0, 1]]}],
        "points": {"name": "Z1", "run": "recorded", "step": STEP},
    }
    refused = client.post("/api/lessons/geometry", json=question).json()["error"]
    assert (refused["code"], [fix["title"] for fix in refused["fixes"]]) == (
        "no_points",
        ["Z1[:, 0:2]", "the grid"],
    )
    mended = client.post("/api/lessons/geometry", json=refused["fixes"][0]["question"]).json()
    assert mended["points"]["shape"] == [128, 2]


@pytest.mark.parametrize(
    ("operand", "status", "code"),
    [
        ({"name": "W1", "run": "nobody"}, 404, "unknown_run"),
        ({"name": "W1", "run": "recorded", "step": 900}, 404, "unknown_step"),
        ({"name": "W9", "run": "recorded", "step": STEP}, 422, "unknown_tensor"),
    ],
)
def test_what_is_not_there_is_refused_with_fixes_that_are(
    client: TestClient, operand: dict[str, Any], status: int, code: str
) -> None:
    refused = client.post("/api/lessons/element_wise", json={"op": "relu", "a": operand})
    error = refused.json()["error"]
    assert (refused.status_code, error["code"]) == (status, code)
    assert error["fixes"]
    for fix in error["fixes"]:
        assert client.post("/api/lessons/element_wise", json=fix["question"]).status_code == 200


def test_what_would_be_too_large_says_how_large(client: TestClient) -> None:
    wide = {"a": {"name": "W1", "run": "recorded", "step": STEP}, "b": {"shape": [64, 1, 1]}}
    error = client.post("/api/lessons/broadcasting", json=wide).json()["error"]
    assert (error["code"], error["got"], error["expected"]) == (
        "too_many_elements",
        "25,690,112",
        "at most 8,000,000",
    )


def test_the_page_offers_them_from_the_newest_run(client: TestClient) -> None:
    page = client.get("/lessons/broadcasting").text
    run, step = re.findall(r"a=XW1%40(\w+)%3A(\d+)", page)[0]
    assert client.get(f"/api/runs/{run}/snapshots").json()["steps"][-1] == int(step)
    assert "X·W1 + b1" in page


NAMED = st.fixed_dictionaries(
    {"name": st.sampled_from(["X", "y", "W1", "b1", "XW1", "losses", "loss", "P"]) | st.text(max_size=25)},
    optional={
        "run": st.just("recorded") | st.text(max_size=9),
        "step": st.sampled_from([0, 1, STEP, 2345]) | st.integers(),
        "slice": st.sampled_from(["0", "::-1", "..., 3", "5:5", ":, 400:410", "1, 2, 3"])
        | st.text(max_size=12),
    },
)
OPERANDS = NAMED | st.sampled_from(
    [{"values": 2}, {"values": [1, 2.5]}, {"shape": [512]}, {"shape": [10, 3]}]
)
QUESTIONS: dict[str, Any] = {
    "broadcasting": {"a": OPERANDS, "b": OPERANDS},
    "dot_product": {"a": OPERANDS, "b": OPERANDS},
    "element_wise": {
        "op": st.sampled_from(["relu", "power", "mod", "log", "less"]),
        "a": OPERANDS,
        "b": OPERANDS,
    },
    "reshaping": {"a": NAMED, "ops": st.just([{"op": "transpose"}, {"op": "flatten"}])},
    "tensors": {"a": NAMED, "dtype": st.sampled_from(["uint8", "float16", "string"])},
    "geometry": {"layers": st.just([{"W": [[1, 0], [0, 1]]}]), "points": NAMED},
    "gradient_tape": {
        "expression": st.just("mean(a * 2)"),
        "variables": st.fixed_dictionaries({"a": NAMED}),
        "check": st.just(False),
    },
}


@pytest.mark.parametrize("slug", QUESTIONS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_named_gets_an_answer_or_the_error_shape(
    client: TestClient, slug: str, data: Any
) -> None:
    question = data.draw(st.fixed_dictionaries(QUESTIONS[slug]))
    answer = client.post(f"/api/lessons/{slug}", json=question)
    assert answer.status_code in {200, 404, 422}, answer.text
    assert answer.status_code == 200 or answer.json()["error"]["what"]
