"""The weights of a network are a vector: NumPy says the same of them in one row."""

import numpy as np
import pytest

from app.descent.parts import Parts, dot, minus, parts, scaled
from app.network.forward import Layer


def row(vector: Parts) -> np.ndarray:
    """All numbers one after the other."""
    return np.concatenate([part.ravel() for part in vector])


def vector(seed: int) -> Parts:
    """The weights of a small layer."""
    random = np.random.default_rng(seed)
    kernel, bias = (random.standard_normal(shape).astype(np.float32) for shape in ((3, 2), 2))
    return parts((Layer(kernel, bias, "relu"),))


def test_it_is_calculated_with_as_with_one_row_of_numbers() -> None:
    a, b = vector(0), vector(1)
    assert [part.shape for part in a] == [(3, 2), (2,)]
    assert row(minus(a, b)) == pytest.approx(row(a) - row(b))
    assert row(scaled(a, 0.5)) == pytest.approx(row(a) / 2)
    assert dot(a, b) == pytest.approx(float(row(a) @ row(b)))
