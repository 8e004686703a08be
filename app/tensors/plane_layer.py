"""PlaneLayer: a dense layer from two numbers to two, `{"W": [[1, 0], [0, 1]], "b": [0, 0], "relu": true}`."""

from collections.abc import Iterable
from typing import Annotated

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.tensors.affine import Affine
from app.tensors.spelling import Tensor

Coefficient = Annotated[float, Field(ge=-1000, le=1000, allow_inf_nan=False, strict=True)]


class PlaneLayer(BaseModel):
    """W·x + b, then relu or not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    W: tuple[tuple[Coefficient, ...], ...] = Field(description="two rows of two numbers")
    b: tuple[Coefficient, ...] = Field((0, 0), description="two numbers")
    relu: bool = Field(False, strict=True)

    @property
    def affine(self) -> Affine:
        """What it does before relu."""
        return Affine(np.array(self.W, float), np.array(self.b, float))

    @property
    def misfit(self) -> str | None:
        """Which of its numbers do not take the plane to the plane: their name and shape, None if all do."""
        rows = [len(row) for row in self.W]
        if rows != [2, 2]:
            return f"W with {len(rows)} rows of {', '.join(map(str, rows)) or 'nothing'}"
        return None if len(self.b) == 2 else f"b with {len(self.b)}"

    def of(self, points: Tensor) -> Tensor:
        """The images of points: relu(W·x + b)."""
        moved = self.affine.of(points)
        return np.maximum(moved, 0) if self.relu else moved

    def fitted(self) -> "PlaneLayer":
        """What is too much cut off; what is missing taken from the layer that changes nothing."""
        W, b = np.eye(2), np.zeros(2)
        for i, row in enumerate(self.W[:2]):
            W[i, : len(row[:2])] = row[:2]
        b[: len(self.b[:2])] = self.b[:2]
        return PlaneLayer(W=W.tolist(), b=b.tolist(), relu=self.relu)


def through(layers: Iterable[PlaneLayer], points: Tensor) -> Tensor:
    """The images of points after all layers, one after the other."""
    for layer in layers:
        points = layer.of(points)
    return points
