"""Promise: any input gets an answer: every call of the OpenAPI, all checks, 0 × 5xx, the error shape."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.serving import served
from tests.torture.conftest import Extent

ROOT = Path(__file__).parents[2]
PHASES = ("examples,fuzzing", "examples,coverage,fuzzing,stateful")
QUEUE = "2"
"""Few runs: it is the calls that are tried, not the training."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A playground of its own."""
    with served(tmp_path, variables={"PLAYGROUND_QUEUE_LIMIT": QUEUE}) as address:
        yield address


def test_every_call_answers_every_question_as_the_schema_says(
    address: str, extent: Extent, tmp_path: Path
) -> None:
    schemathesis = [str(Path(sys.executable).with_name("st")), "run", f"{address}/api/openapi.json"]
    what = ["--checks", "all", "--phases", PHASES[extent(0, 1)], "--max-examples", str(extent(3, 100))]
    how = ["--seed", "1", "--no-shrink", "--continue-on-failure", "--request-timeout", "300"]
    hooks = {**os.environ, "PYTHONPATH": str(ROOT), "SCHEMATHESIS_HOOKS": "tests.torture.openapi_rules"}
    told = subprocess.run(
        [*schemathesis, *what, *how], env=hooks, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    print(*re.findall(r".*(?:generated|Tested|Selected).*", told.stdout), sep="\n")
    assert told.returncode == 0, told.stdout[-8000:] + told.stderr
    assert httpx.get(f"{address}/api/health").status_code == 200
