"""Arrays over HTTP: a file as NumPy reads it."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np
from fastapi import Response
from numpy.typing import NDArray

from app.web.moments import download, lifetime

BYTES = "application/octet-stream"
NPZ: Mapping[str, Any] = {"response_class": Response, "responses": {200: {"content": {BYTES: {}}}}}
"""What a route says of such an answer."""


def npz(name: str, arrays: Mapping[str, NDArray[Any]], run_id: str) -> Response:
    """What a snapshot of that run tells, as a file `name` for `np.load`."""
    file = BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return Response(file.getvalue(), media_type=BYTES, headers={**download(name), **lifetime(run_id)})
