"""A built wheel is the whole product: it runs from any folder, without the checkout."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.house.repo import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def address(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A playground that runs from the wheel alone, in a folder of its own."""
    folder = tmp_path_factory.mktemp("elsewhere")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    only_the_wheel = {**os.environ, "PYTHONPATH": str(folder / "site"), "PYTHONUNBUFFERED": "1"}
    where = [sys.executable, "-c", "import app; print(app.__file__)"]
    found = subprocess.run(where, cwd=folder, env=only_the_wheel, capture_output=True, text=True, check=True)
    assert found.stdout.startswith(str(folder))
    command = [sys.executable, "-m", "app", "--port", "0", "--data-dir", str(folder / "data")]
    server = subprocess.Popen(command, cwd=folder, env=only_the_wheel, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    yield server.stdout.readline().rpartition(" ")[2].strip()
    server.terminate()
    server.communicate(timeout=30)


def test_it_holds_pages_digits_libraries_and_the_recorded_run(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "app/templates/base.html",
        "app/static/css/base.css",
        "app/static/vendor/uPlot.esm.js",
        "app/digits/mnist/train_images.npy",
        "app/runs/recorded/weights.npz",
    } <= held


def test_it_serves_every_page_and_answers_a_drawing_from_any_folder(address: str) -> None:
    with httpx.Client(base_url=address, timeout=60) as client:
        for page in ("/", "/train", "/draw", "/digits", "/api"):
            assert client.get(page).status_code == 200
        assert client.get("/api/health").json()["digits"]["source"] == "bundled"
        assert (
            client.post("/api/predictions", json={"pixels": [[0] * 28] * 28}).json()["model"]["run"]
            == "recorded"
        )
