"""How the lessons' code strips are executed."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from app.network.backend import keras


@pytest.fixture(scope="session")
def keras_lines() -> Callable[[str], Any]:
    """Run the lines of a Keras strip; returns their `result` as NumPy sees it."""

    def run(lines: str) -> Any:
        names: dict[str, Any] = {"keras": keras}
        exec(lines, names)
        return np.asarray(names["result"])

    return run
