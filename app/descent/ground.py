"""Ground: a landscape as it is drawn, its losses and gradients on an even grid."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.descent.landscapes import Landscape
from app.descent.race import Slope
from app.tensors.spelling import Tensor, words

CURVE_PLACES = 241
SURFACE_PLACES = 61
DIGITS = 5
NOTHING = 1e-9


Kinks = Callable[[Tensor], Mapping[str, Tensor]]
"""Points (n, axes) to what there is to say where a slope does not exist, with true for each of its points."""


class Kink(BaseModel):
    """Places whose slope does not exist, and what is taken for it."""

    model_config = ConfigDict(frozen=True)

    text: str
    at: list[int] = Field(description="which ones of `values`, counted row after row")


class Ground(BaseModel):
    """A grid over the window: `values[i]` at `x[i]`; of a surface, `values[j][i]` at `x[i], y[j]`."""

    model_config = ConfigDict(frozen=True)

    title: str
    expression: str
    x: list[float]
    y: list[float] | None = Field(None, description="null for a curve")
    values: Any = Field(description="losses to five digits; NaN and the infinities are words")
    gradients: Any = Field(description="for each axis a list as `values`")
    lowest: float | None = Field(description="of the finite losses")
    kinks: tuple[Kink, ...] = Field((), description="where a loss is finite and its slope does not exist")


def ground(landscape: Landscape, slope: Slope, kinks: Kinks | None = None) -> Ground:
    """The landscape over its window."""
    places = CURVE_PLACES if len(landscape.window) == 1 else SURFACE_PLACES
    axes = [np.linspace(low, high, places) for low, high in landscape.window]
    grid = np.stack(np.meshgrid(*axes), axis=-1)
    points = grid.reshape(-1, len(axes))
    losses, gradients = slope(points)
    x, *y = (axis.round(10).tolist() for axis in axes)
    return Ground(
        title=landscape.title,
        expression=landscape.expression,
        x=x,
        y=y[0] if y else None,
        values=words(rounded(losses).reshape(grid.shape[:-1])),
        gradients=[words(rounded(column).reshape(grid.shape[:-1])) for column in gradients.T],
        lowest=lowest(losses),
        kinks=tuple(kinked(kinks(points) if kinks else {}, losses)),
    )


def kinked(kinks: Mapping[str, Tensor], losses: Tensor) -> Iterator[Kink]:
    """The kinks that there are on the grid."""
    for text, at in kinks.items():
        places = np.flatnonzero(at & np.isfinite(losses)).tolist()
        if places:
            yield Kink(text=text, at=places)


def lowest(losses: Tensor) -> float | None:
    """The lowest finite loss; what is nothing beside the highest is 0."""
    finite = losses[np.isfinite(losses)]
    if not finite.size:
        return None
    low = float(finite.min())
    return 0.0 if abs(low) < NOTHING * float(finite.max()) else low


def rounded(values: Tensor) -> Tensor:
    """The digits that matter; what is not finite stays so."""
    with np.errstate(all="ignore"):
        size = np.where(np.isfinite(values) & (values != 0), np.abs(values), 1.0)
        scale = 10.0 ** (DIGITS - 1 - np.floor(np.log10(size)))
        exact = np.round(values * scale) / scale
    return np.where(np.isfinite(exact), exact, values)
