"""Arithmetic: what is written with a sign."""

import numpy as np

from app.autodiff.operations import shapes
from app.autodiff.operations.operation import Derivative, Kink, Operation
from app.tensors.spelling import Shape, Tensor

DIVISION_BY_ZERO = Kink(
    lambda y, a, b: b == 0, "Division by 0: towards it the slope grows beyond all bounds."
)
ZERO_TO_A_POWER = Kink(
    lambda y, a, b: (a == 0) & (b < 1),
    "At 0 the slope b * a ** (b - 1) divides by 0, so it is no finite number.",
)
NO_LOGARITHM = Kink(
    lambda y, a, b: a <= 0, "A base of 0 or less has no logarithm; TensorFlow takes 0 for log(a)."
)


def log_if_positive(a: Tensor) -> Tensor:
    """log(a), and 0 where there is none."""
    return np.log(np.where(a > 0, a, 1))


def row(a: Tensor) -> Tensor:
    """A vector as a matrix of one row."""
    return a.reshape(-1, a.shape[-1])


def column(b: Tensor) -> Tensor:
    """A vector as a matrix of one column."""
    return b.reshape(b.shape[0], -1)


def matmul_left(g: Tensor, _y: Tensor, a: Tensor, b: Tensor) -> Tensor:
    """The gradient g @ b.T, (m, n) @ (n, k) -> (m, k)."""
    return (g.reshape(len(row(a)), -1) @ column(b).T).reshape(a.shape)


def matmul_right(g: Tensor, _y: Tensor, a: Tensor, b: Tensor) -> Tensor:
    """The gradient a.T @ g, (k, m) @ (m, n) -> (k, n)."""
    return (row(a).T @ g.reshape(len(row(a)), -1)).reshape(b.shape)


def spelt_left(_a: Shape, b: Shape) -> str:
    """What matmul_left does, in NumPy."""
    return "{g} @ {b}.T" if len(b) == 2 else "np.multiply.outer({g}, {b})"


def spelt_right(a: Shape, _b: Shape) -> str:
    """What matmul_right does, in NumPy."""
    return "{a}.T @ {g}" if len(a) == 2 else "np.multiply.outer({a}, {g})"


def spelt_product(a: Shape, b: Shape) -> str:
    """The product in TensorFlow, whose @ takes no vectors."""
    return "{a} @ {b}" if len(a) == len(b) == 2 else "tf.tensordot({a}, {b}, 1)"


ADD = Operation(
    "add",
    "+",
    np.add,
    (Derivative("1", lambda g, y, a, b: g), Derivative("1", lambda g, y, a, b: g)),
    numpy="{a} + {b}",
    tensorflow="{a} + {b}",
)
SUBTRACT = Operation(
    "subtract",
    "-",
    np.subtract,
    (Derivative("1", lambda g, y, a, b: g), Derivative("-1", lambda g, y, a, b: -g)),
    numpy="{a} - {b}",
    tensorflow="{a} - {b}",
)
MULTIPLY = Operation(
    "multiply",
    "*",
    np.multiply,
    (Derivative("{b}", lambda g, y, a, b: g * b), Derivative("{a}", lambda g, y, a, b: g * a)),
    numpy="{a} * {b}",
    tensorflow="{a} * {b}",
)
DIVIDE = Operation(
    "divide",
    "/",
    np.divide,
    (
        Derivative("1 / {b}", lambda g, y, a, b: g / b, DIVISION_BY_ZERO),
        Derivative("-{a} / {b} ** 2", lambda g, y, a, b: g * (-a / b / b), DIVISION_BY_ZERO),
    ),
    numpy="{a} / {b}",
    tensorflow="{a} / {b}",
)
POWER = Operation(
    "power",
    "**",
    np.power,
    (
        Derivative("{b} * {a} ** ({b} - 1)", lambda g, y, a, b: g * b * a ** (b - 1), ZERO_TO_A_POWER),
        Derivative(
            "{y} * np.log({a})",
            lambda g, y, a, b: g * y * log_if_positive(a),
            NO_LOGARITHM,
            whole="{g} * {y} * np.log(np.where({a} > 0, {a}, 1))",
        ),
    ),
    numpy="{a} ** {b}",
    tensorflow="{a} ** {b}",
)
MATMUL = Operation(
    "matmul",
    "@",
    np.matmul,
    (
        Derivative("", matmul_left, whole=spelt_left),
        Derivative("", matmul_right, whole=spelt_right),
    ),
    numpy="{a} @ {b}",
    tensorflow=spelt_product,
    shape=shapes.matrix_product,
)
NEGATIVE = Operation(
    "negative",
    "-",
    np.negative,
    (Derivative("-1", lambda g, y, a: -g),),
    numpy="-{a}",
    tensorflow="-{a}",
)

ARITHMETIC = (ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MATMUL, NEGATIVE)
