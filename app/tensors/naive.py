"""Naive: the chapter's loops, for tensors of any rank. They look at one number after the other, in Python."""

from itertools import product

from app.tensors.spelling import Tensor


def naive_addition(x: Tensor, y: Tensor) -> Tensor:
    """The sum of two tensors of one shape."""
    x = x.copy()
    for place in product(*map(range, x.shape)):
        x[place] += y[place]
    return x


def naive_relu(x: Tensor) -> Tensor:
    """Numbers below 0 become 0."""
    x = x.copy()
    for place in product(*map(range, x.shape)):
        x[place] = max(x[place], 0)
    return x
