"""The command line does what the web does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.digits import mnist

SMALL = ("--hidden", "8", "--epochs", "2", "--train-samples", "300", "--batch-size", "32")


def playground(*words: str, data_dir: Path) -> subprocess.CompletedProcess[str]:
    """The installed command, run to its end."""
    command = [sys.executable, "-m", "app", *words, "--data-dir", str(data_dir)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "120"}
    )


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all: what was trained can be asked later."""
    return tmp_path_factory.mktemp("data")


def test_train_ends_with_the_test_accuracy_and_predict_asks_that_run(data_dir: Path) -> None:
    trained = playground("train", *SMALL, data_dir=data_dir)
    assert trained.returncode == 0, trained.stderr
    last = trained.stdout.strip().splitlines()[-1]
    assert last.startswith("test accuracy 0.")
    run = last.rpartition("(run ")[2].rstrip(")")
    asked = playground("predict", "--test-index", "0", data_dir=data_dir)
    assert f"run {run} after 20 updates" in asked.stdout


def test_predict_draws_ten_bars_for_a_test_digit(data_dir: Path) -> None:
    asked = playground("predict", "--test-index", "0", "--run", "recorded", data_dir=data_dir)
    rows = [line for line in asked.stdout.splitlines() if line[:2].strip().isdigit()]
    assert [int(row.split()[0]) for row in rows] == list(range(10))
    assert float(rows[7].split()[-1]) > 0.999


def test_predict_reads_a_picture(data_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "seven.png"
    Image.fromarray(255 - mnist.load().test.images[0]).resize((140, 140)).save(file)
    asked = playground("predict", str(file), "--run", "recorded", data_dir=data_dir)
    probabilities = [float(line.split()[-1]) for line in asked.stdout.splitlines() if line[:1].isdigit()]
    assert probabilities.index(max(probabilities)) == 7


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("predict",), "FILE or --test-index"),
        (("predict", "--test-index", "10000"), "0 to 9999"),
        (("predict", "missing.png"), "missing.png"),
        (("predict", "--test-index", "0", "--run", "nosuchrun"), "nosuchrun"),
        (("train", "--epochs", "0"), "epochs"),
        (("train", "--hidden", "many"), "hidden.0.units"),
        (("train", "--optimizer", "magic"), "optimizer"),
        (("serve", "--port", "70000"), "port"),
    ],
)
def test_a_mistake_is_told_in_sentences(data_dir: Path, words: tuple[str, ...], said: str) -> None:
    told = playground(*words, data_dir=data_dir)
    assert told.returncode == 2
    assert said in told.stderr
    assert "Traceback" not in told.stderr
