"""Functions: what is done to each number, or to each pair of numbers, under a name."""

import numpy as np

from app.autodiff.operations.operation import Derivative, Kink, Operation
from app.tensors.spelling import Tensor

CORNER_OF_ABS = Kink(
    lambda y, a: a == 0, "abs has a corner at 0, where its slope jumps from −1 to 1; TensorFlow takes 0."
)
CORNER_OF_RELU = Kink(
    lambda y, a: a == 0, "relu has a corner at 0, where its slope jumps from 0 to 1; TensorFlow takes 0."
)
START_OF_SQRT = Kink(lambda y, a: a == 0, "Towards 0 the slope of sqrt grows beyond all bounds.")
END_OF_LOG = Kink(
    lambda y, a: a <= 0,
    "There is no logarithm of 0 or less; all that is left of the slope is its formula 1 / a.",
)
TIE = Kink(lambda y, a, b: a == b, "Both are equal; TensorFlow gives the whole gradient to the first.")


def sigmoid(a: Tensor) -> Tensor:
    """1 / (1 + exp(-a)), exact also far from 0."""
    return np.asarray(np.exp(-np.logaddexp(0, -a)))


ABS = Operation(
    "abs",
    "abs",
    np.abs,
    (Derivative("np.sign({a})", lambda g, y, a: g * np.sign(a), CORNER_OF_ABS),),
    numpy="np.abs({a})",
    tensorflow="tf.abs({a})",
)
EXP = Operation(
    "exp",
    "exp",
    np.exp,
    (Derivative("{y}", lambda g, y, a: g * y),),
    numpy="np.exp({a})",
    tensorflow="tf.exp({a})",
)
LOG = Operation(
    "log",
    "log",
    np.log,
    (Derivative("1 / {a}", lambda g, y, a: g * (1 / a), END_OF_LOG),),
    numpy="np.log({a})",
    tensorflow="tf.math.log({a})",
)
SQRT = Operation(
    "sqrt",
    "sqrt",
    np.sqrt,
    (Derivative("1 / (2 * {y})", lambda g, y, a: g * 0.5 / y, START_OF_SQRT),),
    numpy="np.sqrt({a})",
    tensorflow="tf.sqrt({a})",
)
SQUARE = Operation(
    "square",
    "square",
    np.square,
    (Derivative("2 * {a}", lambda g, y, a: g * (2 * a)),),
    numpy="np.square({a})",
    tensorflow="tf.square({a})",
)
SIN = Operation(
    "sin",
    "sin",
    np.sin,
    (Derivative("np.cos({a})", lambda g, y, a: g * np.cos(a)),),
    numpy="np.sin({a})",
    tensorflow="tf.sin({a})",
)
COS = Operation(
    "cos",
    "cos",
    np.cos,
    (Derivative("-np.sin({a})", lambda g, y, a: g * -np.sin(a)),),
    numpy="np.cos({a})",
    tensorflow="tf.cos({a})",
)
TANH = Operation(
    "tanh",
    "tanh",
    np.tanh,
    (Derivative("(1 - {y} ** 2)", lambda g, y, a: g * (1 - y * y)),),
    numpy="np.tanh({a})",
    tensorflow="tf.tanh({a})",
)
SIGMOID = Operation(
    "sigmoid",
    "sigmoid",
    sigmoid,
    (Derivative("{y} * (1 - {y})", lambda g, y, a: g * y * (1 - y)),),
    numpy="1 / (1 + np.exp(-{a}))",
    tensorflow="tf.sigmoid({a})",
)
RELU = Operation(
    "relu",
    "relu",
    lambda a: np.maximum(a, 0),
    (Derivative("({a} > 0)", lambda g, y, a: g * (a > 0), CORNER_OF_RELU),),
    numpy="np.maximum({a}, 0)",
    tensorflow="tf.nn.relu({a})",
)
MAXIMUM = Operation(
    "maximum",
    "maximum",
    np.maximum,
    (
        Derivative("({a} >= {b})", lambda g, y, a, b: np.where(a >= b, g, 0), TIE),
        Derivative("({a} < {b})", lambda g, y, a, b: np.where(a >= b, 0, g), TIE),
    ),
    numpy="np.maximum({a}, {b})",
    tensorflow="tf.maximum({a}, {b})",
)
MINIMUM = Operation(
    "minimum",
    "minimum",
    np.minimum,
    (
        Derivative("({a} <= {b})", lambda g, y, a, b: np.where(a <= b, g, 0), TIE),
        Derivative("({a} > {b})", lambda g, y, a, b: np.where(a <= b, 0, g), TIE),
    ),
    numpy="np.minimum({a}, {b})",
    tensorflow="tf.minimum({a}, {b})",
)

FUNCTIONS = (ABS, EXP, LOG, SQRT, SQUARE, SIN, COS, TANH, SIGMOID, RELU, MAXIMUM, MINIMUM)
