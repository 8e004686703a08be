"""Promise: nothing calls home: the browser tests pass where there is no network."""

import subprocess
import sys
from pathlib import Path
from re import findall

import pytest

from tests.torture.conftest import Extent

ROOT = Path(__file__).parents[2]
ALONE = ["unshare", "--map-root-user", "--net"]
TELLING = [
    "tests/browser/test_pages.py",
    "tests/browser/test_draw.py",
    "-k",
    "own_server and not lessons or own_server and gradient_tape or drawn_digit",
]
"""Each page, one lesson, and one answer."""
EVERYTHING = ["tests/browser"]


def can_be_alone() -> bool:
    """Whether this machine lets us make a network of our own."""
    try:
        return subprocess.run([*ALONE, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.skipif(not can_be_alone(), reason="this machine permits no network of its own (unshare --net)")
def test_every_page_works_where_there_is_no_network(extent: Extent) -> None:
    chosen = (TELLING, EVERYTHING)[extent(0, 1)]
    pytest_there = [sys.executable, "-m", "tests.torture.no_network", sys.executable, "-m", "pytest"]
    command = [*ALONE, *pytest_there, "--quiet", "-p", "no:cacheprovider", *chosen]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(*findall(r"(?m)^.*(?:passed|failed).*$", told.stdout), sep="\n")
    assert told.returncode == 0, told.stdout[-8000:] + told.stderr[-2000:]
