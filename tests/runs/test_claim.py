"""Only one playground trains in a folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import ConflictError
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


def test_a_claim_ends_with_its_process(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ConflictError):
            Claim(tmp_path)
        holder.kill()
    Claim(tmp_path).release()
