"""Heat: a tensor of any size as a picture of few cells, and the exact numbers around one place of it."""

from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.tensors.spelling import Place, Shape, Tensor, words

LONGEST_SIDE = 48
"""Cells of a picture along each axis."""
DIGITS = 3
"""That matter in a picture."""
WINDOW = 7
"""Numbers of a window along each axis."""


class Heat(BaseModel):
    """A scalar, a vector (as one row) or a matrix as a picture."""

    model_config = ConfigDict(frozen=True)

    values: Any = Field(description="rows of cells, to three digits; NaN and the infinities are words")
    block: tuple[int, int] = Field(description="rows and columns of the tensor for which a cell stands")
    low: Any
    high: Any
    preview: str | None = Field(description="which numbers are seen, where not all are")


class Window(BaseModel):
    """The exact numbers around a place."""

    model_config = ConfigDict(frozen=True)

    origin: tuple[int, int] = Field(description="row and column of its first number")
    values: Any


def heat(tensor: Tensor) -> Heat:
    """A picture of at most 48 × 48 cells; in a larger tensor each is the first number of a block of them."""
    matrix = as_matrix(tensor)
    block = block_of(matrix.shape)
    cells = matrix[:: block[0], :: block[1]]
    return Heat(
        values=words(rounded(cells)),
        block=block,
        low=words(np.asarray(matrix.min())),
        high=words(np.asarray(matrix.max())),
        preview=None if block == (1, 1) else seen(block, tensor),
    )


def window(tensor: Tensor, place: Place) -> Window:
    """Up to 7 × 7 numbers with that place among them, in the middle where there is room."""
    matrix = as_matrix(tensor)
    middle = as_place(place)
    row, column = (
        max(0, min(at - WINDOW // 2, length - WINDOW))
        for at, length in zip(middle, matrix.shape, strict=True)
    )
    part = matrix[row : row + WINDOW, column : column + WINDOW]
    return Window(origin=(row, column), values=words(part))


def strongest_place(tensor: Tensor, place: Place, block: tuple[int, int]) -> Place:
    """Where in the block that begins at a place the number stands that is farthest from 0."""
    row, column = as_place(place)
    part = np.abs(as_matrix(tensor)[row : row + block[0], column : column + block[1]])
    down, across = np.unravel_index(int(np.argmax(part)), part.shape)
    return (row + int(down), column + int(across))[2 - tensor.ndim :]


def block_of(shape: Shape) -> tuple[int, int]:
    """How many rows and columns have to share a cell."""
    rows, columns = (-(-length // LONGEST_SIDE) for length in shape)
    return rows, columns


def rounded(cells: Tensor) -> Tensor:
    """Numbers with the digits that matter, short when they travel."""
    with np.errstate(all="ignore"):
        powers = 10.0 ** (DIGITS - 1 - np.floor(np.log10(np.abs(cells, dtype=np.float64))))
        short = np.round(cells * powers) / powers
    return np.where(np.isfinite(short), short, cells) if cells.dtype.kind == "f" else cells


def as_matrix(tensor: Tensor) -> Tensor:
    """A matrix as it is, less as one row."""
    return tensor if tensor.ndim == 2 else tensor.reshape(1, -1)


def as_place(place: Place) -> tuple[int, int]:
    """A place of a tensor in its matrix."""
    row, column = (0, 0, *place)[-2:]
    return row, column


def seen(block: tuple[int, int], tensor: Tensor) -> str:
    """Which numbers are seen, in words."""
    if tensor.ndim < 2:
        return f"the first of each {block[1]} numbers"
    axes = [f"of {step} {axis}" for step, axis in zip(block, ("rows", "columns"), strict=True) if step > 1]
    return f"the first {' and '.join(axes)}"
