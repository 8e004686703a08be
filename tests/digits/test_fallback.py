"""Keras brings the digits, in a process of its own."""

from pathlib import Path

import pytest

from app.digits import fallback


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of the one that downloads."""
    monkeypatch.setattr(fallback, "PROGRAM", "program")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path / "program.py"


def test_what_the_program_writes_lands_in_the_folder(program: Path, tmp_path: Path) -> None:
    program.write_text('import sys, pathlib; pathlib.Path(sys.argv[1], "digits.npy").write_text("7 2 1")')
    folder = tmp_path / "new" / "cache"
    fallback.fetch_with_keras(folder)
    assert [file.name for file in folder.iterdir()] == ["digits.npy"]
    assert (folder / "digits.npy").read_text() == "7 2 1"


def test_nothing_unfinished_lands_in_the_folder(program: Path, tmp_path: Path) -> None:
    program.write_text('import sys, pathlib; pathlib.Path(sys.argv[1], "digits.npy").write_text("7"); 1 / 0')
    with pytest.raises(ConnectionError, match="ZeroDivisionError: division by zero"):
        fallback.fetch_with_keras(tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_program_that_hangs_is_given_up(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(fallback, "PATIENCE_SECONDS", 1)
    with pytest.raises(TimeoutError, match="no answer for 1 seconds"):
        fallback.fetch_with_keras(tmp_path / "cache")


def test_without_a_network_keras_own_reason_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(ConnectionError, match="URL fetch failure"):
        fallback.fetch_with_keras(tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []
