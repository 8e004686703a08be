"""Only one playground trains in a folder."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import ConflictError, PlaygroundError
from app.runs.claim import Claim

HOLDER = """
import sys, time, pathlib
from app.runs.claim import Claim
claim = Claim(pathlib.Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_claimed_folder_is_refused_until_it_is_released(tmp_path: Path) -> None:
    claim = Claim(tmp_path)
    with pytest.raises(ConflictError) as refused:
        Claim(tmp_path)
    assert refused.value.problem.code == "folder_in_use"
    assert "--data-dir" in refused.value.problem.hint
    claim.release()
    Claim(tmp_path).release()


def in_the_way_of_a_folder(tmp_path: Path) -> Path:
    (tmp_path / "data").write_text("This is a file.")
    return tmp_path / "data"


def in_the_way_of_a_lock(tmp_path: Path) -> Path:
    (tmp_path / "data/claim.db").mkdir(parents=True)
    return tmp_path / "data"


def no_lock(tmp_path: Path) -> Path:
    (tmp_path / "claim.db").write_text("This is no database." * 100)
    return tmp_path


@pytest.mark.parametrize("obstacle", [in_the_way_of_a_folder, in_the_way_of_a_lock, no_lock])
def test_a_folder_that_cannot_be_claimed_is_not_said_to_be_in_use(
    tmp_path: Path, obstacle: Callable[[Path], Path]
) -> None:
    with pytest.raises(PlaygroundError) as refused:
        Claim(obstacle(tmp_path))
    assert refused.value.problem.code == "store_unusable"
    assert str(tmp_path) in refused.value.problem.what


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    Claim(tmp_path / "deep/data").release()
    assert (tmp_path / "deep/data").is_dir()


def test_a_claim_ends_with_its_process(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ConflictError):
            Claim(tmp_path)
        holder.kill()
    Claim(tmp_path).release()
