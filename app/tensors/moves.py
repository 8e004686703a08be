"""Moves: five ways to give the same numbers another shape, each checked before NumPy does it."""

import math
from abc import abstractmethod
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.tensors import move_errors as errors
from app.tensors.fitting import fitting_shapes
from app.tensors.limits import MOST_AXES, MOST_FILLED, check_shape, too_many_axes
from app.tensors.spelling import Shape, Tensor, spelt

Length = Annotated[int, Field(ge=-1, le=MOST_FILLED)]
AxisNumber = Annotated[int, Field(ge=-MOST_AXES, le=MOST_AXES)]


class _Move(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def of(self, tensor: Tensor) -> Tensor:
        """The tensor after the move: a view wherever NumPy makes one, else a copy.

        Errors: those of `check`; `too_many_axes`.
        """
        self.check(tensor.shape)
        moved = self.moved(tensor)
        check_shape(moved.shape)
        return moved

    def check(self, shape: Shape) -> None:
        """Refuse the shapes that do not allow the move."""

    @abstractmethod
    def moved(self, tensor: Tensor) -> Tensor:
        """What NumPy makes of a tensor that allows it."""

    def instead(self, _shape: Shape) -> "tuple[Move, ...]":
        """Similar moves that a tensor of this shape allows."""
        return ()

    @abstractmethod
    def code(self, name: str) -> str:
        """The move as a NumPy expression of the variable `name`."""

    @abstractmethod
    def keras(self, name: str) -> str:
        """The same in Keras."""


class Reshape(_Move):
    """The numbers in their order, in rows of another length; -1 follows from the other lengths."""

    op: Literal["reshape"] = "reshape"
    shape: tuple[Length, ...] = Field(description="new lengths of the axes; one of them may be -1")

    def check(self, shape: Shape) -> None:
        """Errors: `too_many_axes`, `two_unknown_lengths`, `unknown_length`, `reshape_does_not_fit`."""
        if len(self.shape) > MOST_AXES:
            raise too_many_axes(len(self.shape))
        size, unknown = math.prod(shape), self.shape.count(-1)
        known = math.prod(length for length in self.shape if length >= 0)
        if unknown > 1:
            raise errors.two_unknown_lengths(self.shape)
        if unknown and known == 0:
            raise errors.unknown_length(self.shape)
        if (size % known if unknown else size - known) != 0:
            raise errors.reshape_does_not_fit(shape, self.shape)

    def moved(self, tensor: Tensor) -> Tensor:
        """NumPy's reshape."""
        return tensor.reshape(self.shape)

    def instead(self, shape: Shape) -> "tuple[Move, ...]":
        """Shapes that have a place for each number and a number for each place."""
        return tuple(Reshape(shape=fitting) for fitting in fitting_shapes(self.shape, math.prod(shape)))

    def code(self, name: str) -> str:
        """a.reshape((3, 2))."""
        return f"{name}.reshape({spelt(self.shape)})"

    def keras(self, name: str) -> str:
        """keras.ops.reshape(a, (3, 2))."""
        return f"keras.ops.reshape({name}, {spelt(self.shape)})"


class Transpose(_Move):
    """The axes in another order, the reverse one if none is given."""

    op: Literal["transpose"] = "transpose"
    axes: tuple[AxisNumber, ...] | None = Field(None, description="the old axes in their new order")

    def check(self, shape: Shape) -> None:
        """Errors: `not_a_permutation`."""
        rank = len(shape)
        if self.axes is None:
            return
        if sorted(axis + rank if axis < 0 else axis for axis in self.axes) != list(range(rank)):
            raise errors.not_a_permutation(shape, self.axes)

    def moved(self, tensor: Tensor) -> Tensor:
        """NumPy's transpose."""
        return tensor.transpose(self.axes)

    def instead(self, shape: Shape) -> "tuple[Move, ...]":
        """All axes reversed, or the last two exchanged."""
        if len(shape) < 3:
            return (Transpose(axes=None),)
        *others, rows, columns = range(len(shape))
        return (Transpose(axes=None), Transpose(axes=(*others, columns, rows)))

    def code(self, name: str) -> str:
        """a.transpose((1, 0))."""
        return f"{name}.transpose({'' if self.axes is None else spelt(self.axes)})"

    def keras(self, name: str) -> str:
        """keras.ops.transpose(a, (1, 0))."""
        return f"keras.ops.transpose({name}{'' if self.axes is None else f', {spelt(self.axes)}'})"


class Flatten(_Move):
    """All numbers along one axis; NumPy always copies."""

    op: Literal["flatten"] = "flatten"

    def moved(self, tensor: Tensor) -> Tensor:
        """NumPy's flatten."""
        return tensor.flatten()

    def code(self, name: str) -> str:
        """a.flatten()."""
        return f"{name}.flatten()"

    def keras(self, name: str) -> str:
        """keras.ops.ravel(a)."""
        return f"keras.ops.ravel({name})"


class ExpandDims(_Move):
    """A new axis of length 1."""

    op: Literal["expand_dims"] = "expand_dims"
    axis: AxisNumber = Field(0, description="its number in the result")

    def check(self, shape: Shape) -> None:
        """Errors: `no_such_axis`."""
        if not -len(shape) - 1 <= self.axis <= len(shape):
            raise errors.no_such_axis(self.axis, len(shape) + 1)

    def moved(self, tensor: Tensor) -> Tensor:
        """NumPy's expand_dims."""
        return np.expand_dims(tensor, self.axis)

    def instead(self, shape: Shape) -> "tuple[Move, ...]":
        """In front of all axes, or behind them."""
        if len(shape) == MOST_AXES:
            return ()
        return (ExpandDims(axis=0), ExpandDims(axis=len(shape)))

    def code(self, name: str) -> str:
        """np.expand_dims(a, 0)."""
        return f"np.expand_dims({name}, {self.axis})"

    def keras(self, name: str) -> str:
        """keras.ops.expand_dims(a, 0)."""
        return f"keras.ops.expand_dims({name}, {self.axis})"


class Squeeze(_Move):
    """One axis of length 1 taken away, or all of them if none is named."""

    op: Literal["squeeze"] = "squeeze"
    axis: AxisNumber | None = Field(None, description="the axis that is taken away")

    def check(self, shape: Shape) -> None:
        """Errors: `no_such_axis`, `axis_is_longer`."""
        # NumPy lets a scalar pass here as if it had one axis.
        shape = shape or (1,)
        if self.axis is None:
            return
        if not -len(shape) <= self.axis < len(shape):
            raise errors.no_such_axis(self.axis, len(shape))
        if shape[self.axis] != 1:
            raise errors.axis_is_longer(shape, self.axis)

    def moved(self, tensor: Tensor) -> Tensor:
        """NumPy's squeeze."""
        return tensor.squeeze(self.axis)

    def instead(self, shape: Shape) -> "tuple[Move, ...]":
        """All axes that are 1 long, or one of them."""
        single = [Squeeze(axis=axis) for axis, length in enumerate(shape) if length == 1]
        return (Squeeze(axis=None), *single[:2])

    def code(self, name: str) -> str:
        """a.squeeze(0)."""
        return f"{name}.squeeze({'' if self.axis is None else self.axis})"

    def keras(self, name: str) -> str:
        """keras.ops.squeeze(a, 0)."""
        return f"keras.ops.squeeze({name}{'' if self.axis is None else f', {self.axis}'})"


Move = Annotated[Reshape | Transpose | Flatten | ExpandDims | Squeeze, Field(discriminator="op")]
