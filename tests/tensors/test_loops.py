"""The loop of an operation computes what NumPy computes."""

from typing import Any

import numpy as np
import pytest

from app.tensors.loops import naive_loops
from app.tensors.operations import OPERATIONS, applied
from app.tensors.spelling import Shape


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (2, 0, 3), (1, 2, 1, 2, 1, 2)])
@pytest.mark.parametrize("op", ["add", "divide", "greater", "relu", "sigmoid", "maximum"])
def test_it_fills_the_result_of_any_rank(op: str, shape: Shape) -> None:
    a = np.arange(np.prod(shape)).reshape(shape) - 2.0
    operands = (a, a.T.reshape(shape) + 5)[: OPERATIONS[op].takes]
    expected = applied(op, *operands)
    names: dict[str, Any] = {"np": np, **dict(zip("ab", operands, strict=False))}
    exec(naive_loops(op, shape, str(expected.dtype)), names)
    assert names["result"].dtype == expected.dtype
    assert np.allclose(names["result"], expected)


def test_it_reads_as_the_chapter_writes_it() -> None:
    assert naive_loops("relu", (20, 100), "float64") == (
        "result = np.empty((20, 100), 'float64')\n"
        "for i in range(20):\n"
        "    for j in range(100):\n"
        "        result[i, j] = max(a[i, j], 0)"
    )
