"""TensorFlow takes seconds and half a gigabyte: only a worker loads it."""

import json
import subprocess
import sys
from pathlib import Path

from tests.house.repo import ROOT, files

HEAVY = {
    Path("app/network", f"{name}.py")
    for name in ("backend", "keras_digits", "keras_step", "loop", "model", "tape", "training")
}
MODULES = set(files("app/**/*.py")) - {Path("app/__main__.py")}


def test_every_other_module_can_be_imported_without_tensorflow() -> None:
    assert HEAVY <= MODULES
    assert loaded_by(MODULES - HEAVY) & {"keras", "tensorflow"} == set()


def test_a_start_waits_for_no_library_that_few_need() -> None:
    assert loaded_by({Path("app/server.py")}) & {"latex2mathml", "prometheus_client"} == set()


def loaded_by(modules: set[Path]) -> set[str]:
    """Every module that a fresh Python holds after it imported these."""
    names = sorted(".".join(path.with_suffix("").parts) for path in modules)
    code = (
        "import json, sys; [__import__(name) for name in sys.argv[1:]]; print(json.dumps(list(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, *names], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return set(json.loads(done.stdout))
