"""NumPy reads the very arrays, and a browser saves the file under its name."""

from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.runs.recorded import RECORDED
from app.web.npz import npz


def test_numpy_reads_what_was_written() -> None:
    arrays: dict[str, NDArray[Any]] = {
        "W1": np.arange(6, dtype=np.float32).reshape(2, 3),
        "y": np.array([7], np.uint8),
    }
    response = npz("run-5.npz", arrays, RECORDED)
    with np.load(BytesIO(response.body)) as read:
        assert read.files == [*arrays]
        assert all(np.array_equal(read[name], array) for name, array in arrays.items())
        assert all(read[name].dtype == array.dtype for name, array in arrays.items())
    assert response.headers["content-disposition"] == 'attachment; filename="run-5.npz"'
    assert "max-age" in response.headers["cache-control"]
