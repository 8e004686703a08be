"""Broadcast, undone: a number that was stretched has many copies, and their gradients add up."""

from app.tensors.alignment import aligned
from app.tensors.spelling import Shape, Tensor


def stretched_axes(shape: Shape, result: Shape) -> tuple[int, ...]:
    """The axes of the result along which an operand of that shape was stretched or that it did not have."""
    if shape == result:
        return ()
    return tuple(axis.axis for axis in aligned(shape, result) if axis.a is None or axis.a != axis.b)


def unstretched(gradient: Tensor, shape: Shape) -> Tensor:
    """The gradient summed over the axes along which its operand, of that shape, was stretched."""
    axes = stretched_axes(shape, gradient.shape)
    return gradient.sum(axis=axes).reshape(shape) if axes else gradient
