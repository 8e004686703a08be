"""No handshake: what to say about two shapes that have no dot product, and what would give them one."""

import math
from collections.abc import Iterator

import numpy as np
from pydantic import BaseModel

from app.errors import InvalidError
from app.tensors.alignment import Fix
from app.tensors.fixes import fix
from app.tensors.handshake import Handshake
from app.tensors.limits import MOST_AXES, MOST_FILLED, MOST_TYPED
from app.tensors.operand import Operand
from app.tensors.spelling import Shape, spelt, words

MOST_FIXES = 3


class Factors(BaseModel):
    """Two tensors that are to be multiplied, as a question of a lesson has them."""

    a: Operand
    b: Operand


def no_handshake(question: Factors, hands: Handshake) -> InvalidError:
    """Why there is no dot product, with questions that have one."""
    row, column = hands.lengths
    return InvalidError(
        "no_handshake",
        f"A row of a has {row} numbers and a column of b has {column}.",
        expected=f"{axis_name('a', hands.a_axis)} == {axis_name('b', hands.b_axis)}",
        got=f"{row} and {column}, of {spelt(hands.a)} and {spelt(hands.b)}",
        hint="Each number of a row needs its partner in a column.",
        shapes={"a": hands.a, "b": hands.b},
        axis=hands.a_axis,
        fixes=tuple(ways_out(question, hands))[:MOST_FIXES],
    )


def axis_name(tensor: str, axis: int | None) -> str:
    """The length of an axis, as code names it."""
    return f"{tensor}.shape[{axis}]"


def ways_out(question: Factors, hands: Handshake) -> Iterator[Fix]:
    """Questions that have an answer, those with the same numbers first."""
    a, b = hands.a, hands.b
    if len(b) > 1 and met(a, swapped(b)) and not question.b.is_real:
        yield fix(swap_name("b", b), question, b=transposed(question.b))
    if len(a) > 1 and met(swapped(a), b) and not question.a.is_real:
        yield fix(swap_name("a", a), question, a=transposed(question.a))
    if met(b, a):
        yield fix("np.dot(b, a)", question, a=question.b, b=question.a)
    if (folded := in_columns(b, a[-1])) and not question.b.is_real:
        yield fix(f"b.reshape({spelt(folded)})", question, b=question.b.reshaped(folded))
    shape = with_columns(b, a[-1])
    if math.prod(shape) > MOST_FILLED:
        shape = shape[-2:-1]
    yield fix(f"give b the shape {spelt(shape)}", question, b=Operand(shape=shape))


def met(a: Shape, b: Shape) -> bool:
    """Whether two shapes have a dot product that can be drawn."""
    hands = Handshake(a, b)
    return hands.fits and len(hands.result) <= MOST_AXES


def swapped(shape: Shape) -> Shape:
    """The last two axes exchanged."""
    return (*shape[:-2], shape[-1], shape[-2])


def swap_name(tensor: str, shape: Shape) -> str:
    """How NumPy exchanges them."""
    return f"{tensor}.T" if len(shape) == 2 else f"{tensor}.swapaxes(-2, -1)"


def transposed(operand: Operand) -> Operand:
    """The same numbers with the last two axes exchanged; too many of them, or none, are filled anew."""
    tensor = np.swapaxes(operand.tensor(), -2, -1)
    return Operand(values=words(tensor)) if 0 < tensor.size <= MOST_TYPED else Operand(shape=tensor.shape)


def in_columns(shape: Shape, length: int) -> Shape:
    """A shape for as many numbers in columns of that length; none if they cannot be divided so."""
    size = math.prod(shape)
    if size == 0 or length == 0 or size % length:
        return ()
    return (length,) if size == length else (length, size // length)


def with_columns(shape: Shape, length: int) -> Shape:
    """The shape with its columns so long."""
    axis = max(len(shape) - 2, 0)
    return (*shape[:axis], length, *shape[axis + 1 :])
