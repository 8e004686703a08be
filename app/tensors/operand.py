"""Operand: a tensor as a learner gives it, `{"values": [1, 2]}`, `{"shape": [2, 3]}`, or a run's, by name."""

import math
from typing import Any, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator

from app.errors import InvalidError
from app.tensors.limits import MOST_FILLED, MOST_REAL, check_shape
from app.tensors.nested import typed
from app.tensors.slices import Index, cuts, read_slice, spelt_index
from app.tensors.spelling import Shape, Tensor, Whole, literal, spelt, words


class Operand(BaseModel):
    """Up to 4,096 typed numbers, a shape filled with 0, 1, 2 …, or a tensor of a run's step by its name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    values: Any = Field(None, description="a number, or a nested list of numbers")
    shape: tuple[Whole, ...] | None = Field(None, description="lengths of the axes; filled with 0, 1, 2 …")
    name: str | None = Field(None, max_length=20, description="a tensor of a run: X, W1, b1, XW1, Z1, dW1 …")
    slice: str | None = Field(None, max_length=100, description="what to cut out of it: 0:8, 400:410")
    run: str | None = Field(None, max_length=64, description="whose; without it the newest run that learned")
    step: Whole | None = Field(
        None, ge=0, le=2**53, description="after how many updates; without it the last kept"
    )

    _numbers: Tensor | None = PrivateAttr(None)

    @model_validator(mode="after")
    def one_way(self) -> Self:
        """One of the three must be there."""
        if [self.values, self.shape, self.name].count(None) != 2:
            raise ValueError("either values or a shape, or the name of a tensor of a run")
        if self.name is None and (self.run, self.step, self.slice) != (None, None, None):
            raise ValueError("a run, a step and a slice need the name of a tensor")
        return self

    @property
    def is_real(self) -> bool:
        """Whether it is a tensor of a run."""
        return self.name is not None

    def found(self, run: str, step: int, numbers: Tensor) -> "Operand":
        """The same with the numbers that it names, cut; run and step are those from which they come.

        Errors: those of `app.tensors.slices`.
        """
        if self.slice is not None:
            cuts(self._index, numbers.shape)
            numbers = np.asarray(numbers[self._index])
        real = self.model_copy(update={"run": run, "step": step})
        real._numbers = np.ascontiguousarray(numbers).reshape(numbers.shape)
        return real

    def tensor(self, where: str = "values") -> Tensor:
        """The tensor that is meant; a refusal calls it `where`.

        Errors: those of `nested.typed`, where it is typed; `too_many_axes`, `negative_axis`,
        `too_many_elements`; `not_at_hand` where nobody looked up what it names.
        """
        if self.name is not None:
            return self._real(where)
        if self.shape is None:
            return typed(self.values, where)
        check_shape(self.shape)
        return np.arange(math.prod(self.shape)).reshape(self.shape)

    def code(self) -> str:
        """The tensor as a NumPy expression; of a run it is read from the file that `tensors.npz` answers."""
        if self.name is not None:
            index = f"[{spelt_index(self._index)}]" if self.slice is not None else ""
            return f'np.load("{file_name(self.run or "", self.step or 0)}")["{self.name}"]{index}'
        if self.shape is not None:
            return f"np.arange({math.prod(self.shape)}).reshape({spelt(self.shape)})"
        return f"np.array({literal(self.tensor())})"

    def reshaped(self, shape: Shape) -> "Operand":
        """The same typed or filled numbers under another shape of the same size."""
        if self.shape is not None:
            return Operand(shape=shape)
        return Operand(values=words(self.tensor().reshape(shape)))

    @property
    def _index(self) -> Index:
        return read_slice(self.slice or "")

    def _real(self, where: str) -> Tensor:
        if self._numbers is None:
            raise InvalidError(
                "not_at_hand", f"{where} is a tensor of a run, and no run is at hand.", got=str(self.name)
            )
        return self._numbers


def file_name(run: str, step: int) -> str:
    """What the file with the tensors of a step is called."""
    return f"{run}-{step}-tensors.npz"


def most_elements(*operands: Operand | None) -> int:
    """How many elements the result of an operation may have: more where a tensor of a run takes part."""
    return MOST_REAL if any(operand and operand.is_real for operand in operands) else MOST_FILLED
