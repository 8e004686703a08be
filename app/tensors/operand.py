"""Operand: a tensor as a learner gives it, `{"values": [[1, 2], [3, 4]]}` or `{"shape": [2, 3]}`."""

import math
from typing import Any, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.tensors.limits import check_shape
from app.tensors.nested import typed
from app.tensors.spelling import Shape, Tensor, Whole, literal, spelt, words


class Operand(BaseModel):
    """A tensor of up to 6 axes: up to 4,096 typed numbers, or a shape that is filled with 0, 1, 2, 3."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    values: Any = Field(None, description="a number, or a nested list of numbers")
    shape: tuple[Whole, ...] | None = Field(None, description="lengths of the axes; filled with 0, 1, 2 …")

    @model_validator(mode="after")
    def either_way(self) -> Self:
        """One of the two must be there."""
        if (self.values is None) == (self.shape is None):
            raise ValueError("either values or a shape")
        return self

    def tensor(self, where: str = "values") -> Tensor:
        """The tensor that is meant; a refusal calls it `where`.

        Errors: those of `nested.typed`, where it is typed; `too_many_axes`, `negative_axis`,
        `too_many_elements`.
        """
        if self.shape is None:
            return typed(self.values, where)
        check_shape(self.shape)
        return np.arange(math.prod(self.shape)).reshape(self.shape)

    def code(self) -> str:
        """The tensor as a NumPy expression."""
        if self.shape is not None:
            return f"np.arange({math.prod(self.shape)}).reshape({spelt(self.shape)})"
        return f"np.array({literal(self.tensor())})"

    def reshaped(self, shape: Shape) -> "Operand":
        """The same numbers under another shape of the same size."""
        if self.shape is not None:
            return Operand(shape=shape)
        return Operand(values=words(self.tensor().reshape(shape)))
