"""The app is wired in one place, without work at import."""

import subprocess
import sys


def test_importing_the_app_loads_neither_tensorflow_nor_keras() -> None:
    code = "import sys, app.cli, app.server, app.terminal; print({'tensorflow', 'keras'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
