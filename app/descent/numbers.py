"""How numbers and places are written in sentences: four digits that matter, and a real minus sign."""

from collections.abc import Iterable

import numpy as np

SMALL, LARGE = 0.001, 100_000
"""Between them a number is written without a power of ten."""


def number(value: float) -> str:
    """A number in a sentence: 0.2199, −4, 1.5e30, ∞."""
    if not np.isfinite(value):
        return {np.inf: "∞", -np.inf: "−∞"}.get(value, "NaN")
    if value == 0 or SMALL <= abs(value) < LARGE:
        return f"{float(f'{value:.4g}') + 0:.10g}".replace("-", "−")
    digits, power = f"{value:.2e}".split("e")
    return f"{float(digits):g}e{int(power)}".replace("-", "−")


def place(point: Iterable[float]) -> str:
    """A place: x = 2, or (1, −2)."""
    axes = [number(axis) for axis in point]
    return f"x = {axes[0]}" if len(axes) == 1 else f"({', '.join(axes)})"


def vector(values: Iterable[float]) -> str:
    """A gradient or a move: 2, or (1, −2)."""
    axes = [number(axis) for axis in values]
    return axes[0] if len(axes) == 1 else f"({', '.join(axes)})"
