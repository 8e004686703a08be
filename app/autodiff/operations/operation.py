"""Operation: what a node does to its operands, and beside it what flows back to each of them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.autodiff.operations import shapes
from app.tensors.spelling import Shape, Tensor

Spelling = str | Callable[..., str]
"""Code with `{a}` for an operand, or a function of the operands' shapes that gives it."""


def code(spelling: Spelling, *shapes: Shape) -> str:
    """The code for operands of these shapes."""
    return spelling if isinstance(spelling, str) else spelling(*shapes)


@dataclass(frozen=True)
class Kink:
    """Where a derivative does not exist, and what is taken instead: always what TensorFlow takes."""

    at: Callable[..., Tensor]
    """(y, *operands) -> boolean tensor, true where it happens."""
    text: str


@dataclass(frozen=True)
class Derivative:
    """How the gradient of the result y comes back to one operand."""

    local: str
    """The derivative of y with respect to that operand, of `{a}`, `{b}` and `{y}`.

    Empty where not each number of y comes from one number of the operand, as in a matrix product.
    """
    backward: Callable[..., Tensor]
    """(g, y, *operands) -> the operand's gradient, where g is the gradient with respect to y.

    It has the shape of y where y is made number by number, else the shape of the operand.
    """
    kink: Kink | None = None
    whole: Spelling = ""
    """The gradient as NumPy would write it, of `{g}` too, where it is not g times `local`."""

    @property
    def rule(self) -> Spelling:
        """The gradient as NumPy would write it."""
        return self.whole or {"1": "{g}", "-1": "-{g}"}.get(self.local, "{g} * " + self.local)


@dataclass(frozen=True)
class Operation:
    """A function of one or two tensors, its derivatives and its spellings."""

    name: str
    symbol: str
    """What stands on its node: `+`, `abs`."""
    forward: Callable[..., Tensor]
    """(*operands) -> y."""
    derivatives: tuple[Derivative, ...]
    """One an operand."""
    numpy: Spelling
    """The call in NumPy, of `{a}` and `{b}`."""
    tensorflow: Spelling
    shape: Callable[..., Shape | None] = shapes.elementwise
    """(*shapes of the operands) -> shape of y, or None where they do not fit."""

    @property
    def arity(self) -> int:
        """How many operands it takes."""
        return len(self.derivatives)

    @property
    def elementwise(self) -> bool:
        """Whether each number of y comes from one number of each operand."""
        return self.shape is shapes.elementwise

    def __call__(self, *operands: Tensor) -> Tensor:
        """y; a division by zero is an answer, too."""
        with np.errstate(all="ignore"):
            return np.asarray(self.forward(*operands))

    def back(self, operand: int, g: Tensor, y: Tensor, *operands: Tensor) -> Tensor:
        """The gradient for operand 0 or 1, not yet summed over the axes along which it was stretched."""
        with np.errstate(all="ignore"):
            return np.asarray(self.derivatives[operand].backward(g, y, *operands))
