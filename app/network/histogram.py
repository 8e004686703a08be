"""Histogram: how the numbers of a tensor are spread."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BINS = 40


@dataclass(frozen=True)
class Histogram:
    """Counts in equal bins between two round ends, which seldom move while a network trains."""

    low: float
    """Where the first bin begins: 0 if no number is negative, else as far from 0 as `high`."""
    high: float
    """Where the last bin ends: 1, 2 or 5 times a power of ten."""
    counts: NDArray[np.int64]
    """(40,)."""
    minimum: float
    maximum: float
    mean: float
    deviation: float
    """Standard deviation."""
    left_out: int
    """Numbers that are NaN or infinite, and in no bin."""


def histogram(tensor: NDArray[Any]) -> Histogram:
    """The histogram of all finite numbers of a tensor; without any, its facts are NaN."""
    values = tensor[np.isfinite(tensor)]
    if not values.size:
        nan = math.nan
        return Histogram(-1, 1, np.zeros(BINS, np.int64), nan, nan, nan, nan, tensor.size)
    minimum, maximum = float(values.min()), float(values.max())
    high = round_end(max(-minimum, maximum))
    low = 0.0 if minimum >= 0 else -high
    return Histogram(
        low,
        high,
        counted(values, low, high),
        minimum,
        maximum,
        float(values.mean(dtype=np.float64)),
        float(values.std(dtype=np.float64)),
        tensor.size - values.size,
    )


def round_end(size: float) -> float:
    """The next of … 0.1, 0.2, 0.5, 1, 2, 5 … that is not less; 1 for 0."""
    if size <= 0:
        return 1.0
    exponent = math.floor(math.log10(size))
    ends = (float(f"{digit}e{exponent}") for digit in (1, 2, 5, 10))
    return next((end for end in ends if end >= size), size)


def counted(values: NDArray[Any], low: float, high: float) -> NDArray[np.int64]:
    """How many values lie in each bin; much faster than `np.histogram`, which looks for each bin's ends."""
    places = np.subtract(values, low, dtype=np.float64) * (BINS / (high - low))
    return np.bincount(np.minimum(places.astype(np.intp), BINS - 1), minlength=BINS)
