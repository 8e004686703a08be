"""Model, notebook and curves of a run leave as files."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

from fastapi.testclient import TestClient

URL = "/api/runs/recorded"


def test_the_model_is_a_keras_file_of_any_moment(client: TestClient) -> None:
    answer = client.get(f"{URL}/model.keras")
    assert 'filename="recorded-2345.keras"' in answer.headers["content-disposition"]
    assert set(ZipFile(BytesIO(answer.content)).namelist()) == {
        "metadata.json",
        "config.json",
        "model.weights.h5",
    }
    earlier = client.get(f"{URL}/model.keras", params={"step": 256})
    assert 'filename="recorded-256.keras"' in earlier.headers["content-disposition"]
    assert earlier.content != answer.content
    assert client.get(f"{URL}/model.keras", params={"step": 3}).status_code == 404


def test_the_notebook_has_the_runs_name_and_settings(client: TestClient) -> None:
    answer = client.get(f"{URL}/notebook.ipynb")
    assert 'filename="recorded.ipynb"' in answer.headers["content-disposition"]
    assert answer.json()["nbformat"] == 4
    cells = answer.json()["cells"]
    assert cells[0]["source"][0] == "# The chapter's network\n"
    assert 'dense(512, "relu")' in str(cells)


def test_the_curve_has_every_update(client: TestClient) -> None:
    answer = client.get(f"{URL}/curve.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert [row["step"] for row in rows] == [str(step) for step in range(1, 2346)]
    assert float(rows[-1]["test_accuracy"]) == client.get(URL).json()["test_accuracy"]


def test_what_is_unknown_is_told(client: TestClient) -> None:
    for name in ("model.keras", "notebook.ipynb", "curve.csv"):
        assert client.get(f"/api/runs/nosuchrun/{name}").status_code == 404
