"""When the bundled digits are missing: Keras downloads them, in a process of its own."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

# Eleven megabytes over a slow line, after TensorFlow's own slow start.
PATIENCE_SECONDS = 600

PROGRAM = "app.network.keras_digits"


def fetch_with_keras(folder: Path) -> None:
    """Put the digits of `keras.datasets` into the folder as .npy files; only whole files appear there.

    Errors: OSError with Keras' own reason when they cannot be had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as unfinished:
        _run_program(unfinished)
        for file in Path(unfinished).iterdir():
            file.replace(folder / file.name)


def _run_program(target: str) -> None:
    # -P: a folder named `app` where the user happens to stand is not ours.
    command = [sys.executable, "-P", "-m", PROGRAM, target]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"no answer for {PATIENCE_SECONDS} seconds") from error
    except subprocess.CalledProcessError as error:
        raise ConnectionError(error.stderr.strip().rpartition("\n")[2]) from error
