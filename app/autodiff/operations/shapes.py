"""Shape rules: the shape of a result, known before it is computed; None where the operands do not fit."""

from app.tensors.alignment import aligned, first_misfit
from app.tensors.spelling import Shape


def elementwise(*operands: Shape) -> Shape | None:
    """The shape to which both are broadcast."""
    a, b = operands[0], operands[-1]
    return None if first_misfit(a, b) else tuple(axis.result for axis in aligned(a, b))


def matrix_product(a: Shape, b: Shape) -> Shape | None:
    """(m, k) @ (k, n) -> (m, n); a vector on the left is a row, on the right a column, which vanishes."""
    if not a or not b or a[-1] != b[0]:
        return None
    return a[:-1] + b[1:]


def scalar(_operand: Shape) -> Shape:
    """One number for all."""
    return ()


def rows(operand: Shape) -> Shape | None:
    """The same shape, if there is a last axis."""
    return operand or None


def scalar_of_rows(a: Shape, b: Shape) -> Shape | None:
    """One number for two tensors of one shape, if there is a last axis."""
    return () if a and a == b else None
