"""The command line does what the web does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image
from typer.main import get_command

from app import __version__
from app.cli import app, opened
from app.digits import mnist
from app.network.spec import Optimizer, Spec
from app.runs.archive import Archive

SMALL = ("--hidden", "8", "--epochs", "2", "--train-samples", "300", "--batch-size", "32")


def playground(*words: str, data_dir: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The installed command, run to its end."""
    command = [sys.executable, "-m", "app", *words, *(("--data-dir", str(data_dir)) if data_dir else ())]
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
    assert asked.stdout.splitlines()[-1].startswith("It looks like a 7, ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("predict",), "FILE or --test-index"),
        (("predict", "--test-index", "10000"), "0 to 9999"),
        (("predict", "missing.png"), "missing.png"),
        (("predict", "--test-index", "0", "--run", "nosuchrun"), "nosuchrun"),
        (("train", "--epochs", "0"), "epochs"),
        (("train", "--hidden", "many"), "hidden[0].units does not fit"),
        (("train", "--optimizer", "magic"), "optimizer"),
        (("serve", "--port", "70000"), "port"),
    ],
)
def test_a_mistake_is_told_in_sentences(data_dir: Path, words: tuple[str, ...], said: str) -> None:
    told = playground(*words, data_dir=data_dir)
    assert told.returncode == 2
    assert said in told.stderr
    assert "Traceback" not in told.stderr


def test_explain_answers_as_the_web_does() -> None:
    told = playground("explain", "broadcasting", '{"a": {"shape": [2, 3]}, "b": {"values": [10, 20, 30]}}')
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("Broadcasting\nTwo shapes fit when")
    assert "2. Add an axis\n   b has fewer axes" in told.stdout
    assert "result (2, 3) int64\n[[10 21 32]\n [13 24 35]]" in told.stdout
    assert told.stdout.endswith("result = a + b\n")


def test_explain_without_a_question_takes_the_first_example() -> None:
    assert "result (2, 3) int64\n[[0 2 4]\n [3 5 7]]" in playground("explain", "broadcasting").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("magic",), "broadcasting"),
        (("broadcasting", "{"), "no JSON: EOF"),
        (("reshaping", '{"a": {"shape": []}, "ops": [{"op": "reshape"}]}'), "what: ops[0].shape is missing."),
        (("tensors", "[" + "9" * 5000 + "]"), "what: This is no JSON: number out of range"),
        (("broadcasting", '{"a": 1}'), "what: a does not fit.\nexpected: an object with named fields"),
        (("broadcasting", '{"a": {"shape": [2]}, "b": {"shape": [3]}}'), "fix: give b the shape (2,)  '{"),
    ],
)
def test_what_cannot_be_explained_is_told_in_sentences(words: tuple[str, ...], said: str) -> None:
    told = playground("explain", *words)
    assert told.returncode == 2
    assert said in told.stderr
    assert "Traceback" not in told.stderr


def test_every_setting_of_a_run_is_an_option_of_train() -> None:
    options = {parameter.name for parameter in get_command(app).commands["train"].params}  # type: ignore[attr-defined]
    optimizers = get_args(get_args(Optimizer)[0])
    assert options - {"data_dir"} == set(Spec.model_fields) | {
        f for o in optimizers for f in o.model_fields
    } - {"name"} | {"name"}


def test_a_run_that_does_not_finish_ends_with_1(data_dir: Path) -> None:
    wild = ("--hidden", "8", "--optimizer", "sgd", "--learning-rate", "1000", "--train-samples", "300")
    told = playground("train", *wild, data_dir=data_dir)
    assert told.returncode == 1
    assert "diverged" in told.stdout


def test_ctrl_c_cancels_the_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "app", "train", "--epochs", "100", "--data-dir", str(tmp_path)]
    training = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with opened(Archive(tmp_path)) as archive:
        while archive.all()[0].status != "running":
            time.sleep(0.1)
        training.send_signal(signal.SIGINT)
        stdout, stderr = training.communicate(timeout=60)
        assert archive.all()[0].status == "cancelled"
    assert training.returncode == 1
    assert "cancelled" in stdout
    assert "Traceback" not in stderr


def test_an_option_before_the_command_is_not_lost_in_silence(data_dir: Path) -> None:
    command = [sys.executable, "-m", "app", "--data-dir", str(data_dir), "predict", "--test-index", "0"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert "behind the command" in told.stderr


def test_the_version_can_be_asked() -> None:
    command = [sys.executable, "-m", "app", "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == __version__
