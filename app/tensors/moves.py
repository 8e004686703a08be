"""Moves: five ways to give the same numbers another shape, each checked before NumPy does it."""

import math
from abc import abstractmethod
from typing import Annotated, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.tensors import move_errors as errors
from app.tensors.fitting import fitting_shapes
from app.tensors.limits import MOST_AXES
from app.tensors.spelling import Shape, Tensor, Whole, spelt


class _Move(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def of(self, tensor: Tensor) -> Tensor:
        """The tensor after the move: a view wherever NumPy makes one, else a copy.

        Errors: those of `check`.
        """
        self.check(tensor.shape)
        return self.moved(tensor)

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
    shape: tuple[Whole, ...] = Field(description="new lengths of the axes; one of them may be -1")

    def check(self, shape: Shape) -> None:
        """Errors: those of a reshape, in `move_errors`."""
        if len(self.shape) > MOST_AXES:
            raise errors.too_deep("reshape", len(self.shape))
        if min(self.shape, default=0) < -1:
            raise errors.negative_length(self.shape)
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
    axes: tuple[Whole, ...] | None = Field(None, description="the old axes in their new order")

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
        """What was asked, made whole; all axes reversed; or the last two exchanged."""
        rank = len(shape)
        asked = [axis % rank for axis in self.axes or () if -rank <= axis < rank]
        whole = tuple(dict.fromkeys([*asked, *range(rank)]))
        swapped = (*range(rank - 2), rank - 1, rank - 2) if rank > 2 else whole
        return tuple(Transpose(axes=axes) for axes in dict.fromkeys((whole, None, swapped)))

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
    axis: Whole = Field(0, description="its number in the result")

    def check(self, shape: Shape) -> None:
        """Errors: `too_many_axes`, `no_such_axis`."""
        axes = len(shape) + 1
        if axes > MOST_AXES:
            raise errors.too_deep("expand_dims", axes)
        if not -axes <= self.axis < axes:
            raise errors.no_such_axis("The result", self.axis, axes)

    def moved(self, tensor: Tensor) -> Tensor:
        """NumPy's expand_dims."""
        return np.expand_dims(tensor, self.axis)

    def instead(self, shape: Shape) -> "tuple[Move, ...]":
        """In front of all axes, or behind them; where there are enough already, fewer."""
        if len(shape) >= MOST_AXES:
            return fewer_axes(shape)
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
    axis: Whole | None = Field(None, description="the axis that is taken away")

    def check(self, shape: Shape) -> None:
        """Errors: `no_such_axis`, `axis_is_longer`."""
        # NumPy lets a scalar pass here as if it had one axis.
        shape = shape or (1,)
        if self.axis is None:
            return
        if not -len(shape) <= self.axis < len(shape):
            raise errors.no_such_axis("The tensor", self.axis, len(shape))
        if shape[self.axis] != 1:
            raise errors.axis_is_longer(shape, self.axis)

    def moved(self, tensor: Tensor) -> Tensor:
        """NumPy's squeeze."""
        return tensor.squeeze(self.axis)

    def instead(self, shape: Shape) -> "tuple[Move, ...]":
        """One of the axes that are 1 long, or all of them; without any, no axis but one."""
        single = [Squeeze(axis=axis) for axis, length in enumerate(shape) if length == 1]
        return (*single[:2], *fewer_axes(shape)[:1])

    def code(self, name: str) -> str:
        """a.squeeze(0)."""
        return f"{name}.squeeze({'' if self.axis is None else self.axis})"

    def keras(self, name: str) -> str:
        """keras.ops.squeeze(a, 0)."""
        return f"keras.ops.squeeze({name}{'' if self.axis is None else f', {self.axis}'})"


def fewer_axes(shape: Shape) -> "tuple[Move, ...]":
    """Moves after which a tensor has fewer axes, but all of its numbers."""
    return (Squeeze(axis=None), Flatten()) if 1 in shape or not shape else (Flatten(),)


Move = Annotated[Reshape | Transpose | Flatten | ExpandDims | Squeeze, Field(discriminator="op")]
