"""Shown: a tensor as it leaves in an answer; only its first part where it is too large to draw."""

from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.tensors.limits import MOST_TYPED
from app.tensors.spelling import Shape, Tensor, spelt, words


class Shown(BaseModel):
    """A tensor with its shape and dtype."""

    model_config = ConfigDict(frozen=True)

    shape: Shape
    dtype: str
    values: Any = Field(description="nested list; NaN and the infinities are words")
    preview: str | None = Field(None, description="what the values are a part of, if they are")


def shown(tensor: Tensor) -> Shown:
    """The tensor, or its first part when it has more than 4,096 elements."""
    part = first_part(tensor)
    left_out = None if part is tensor else f"the first {spelt(part.shape)} of {spelt(tensor.shape)}"
    return Shown(shape=tensor.shape, dtype=str(tensor.dtype), values=words(part), preview=left_out)


def first_part(tensor: Tensor) -> Tensor:
    """The longest axis halved until the rest can be drawn."""
    while tensor.size > MOST_TYPED:
        longest = int(np.argmax(tensor.shape))
        half = (slice(None),) * longest + (slice(-(-tensor.shape[longest] // 2)),)
        tensor = tensor[half]
    return tensor
