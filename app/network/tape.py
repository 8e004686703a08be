"""Tape: the program of a graph run by TensorFlow under its own `tf.GradientTape`, in float64."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.network.backend import tf

Floats = NDArray[np.float64]
Instruction = tuple[str, tuple[int, ...], str | float | None]
"""An operation, the places of its operands, and the name of a variable or the number of a constant."""


def cross_entropy(labels: tf.Tensor, probabilities: tf.Tensor) -> tf.Tensor:
    """Mean over the rows of -sum(labels * log(probabilities)), where 0 * log(0) is 0."""
    return -tf.reduce_mean(tf.reduce_sum(tf.math.xlogy(labels, probabilities), axis=-1))


OPERATIONS: Mapping[str, Callable[..., tf.Tensor]] = {
    "add": tf.add,
    "subtract": tf.subtract,
    "multiply": tf.multiply,
    "divide": tf.divide,
    "power": tf.pow,
    "matmul": lambda a, b: tf.tensordot(a, b, 1),
    "negative": tf.negative,
    "abs": tf.abs,
    "exp": tf.exp,
    "log": tf.math.log,
    "sqrt": tf.sqrt,
    "square": tf.square,
    "sin": tf.sin,
    "cos": tf.cos,
    "tanh": tf.tanh,
    "sigmoid": tf.sigmoid,
    "relu": tf.nn.relu,
    "maximum": tf.maximum,
    "minimum": tf.minimum,
    "sum": tf.reduce_sum,
    "mean": tf.reduce_mean,
    "softmax": tf.nn.softmax,
    "cross_entropy": cross_entropy,
}


def differentiated(
    program: Sequence[Instruction], values: Mapping[str, Any], wrt: Collection[str]
) -> tuple[Floats, dict[str, Floats]]:
    """TensorFlow's result, and its gradient with respect to each of these variables, of their shapes."""
    variables = {name: tf.Variable(value, dtype=tf.float64) for name, value in values.items()}
    with tf.GradientTape() as tape:
        result = run(program, variables)
    gradients = tape.gradient(result, {name: variables[name] for name in wrt})
    return result.numpy(), {name: gradient.numpy() for name, gradient in gradients.items()}


def run(program: Sequence[Instruction], variables: Mapping[str, tf.Variable]) -> tf.Tensor:
    """The last value of a program."""
    values: list[tf.Tensor] = []
    for op, operands, leaf in program:
        if op == "variable":
            values.append(variables[str(leaf)].read_value())
        elif op == "constant":
            values.append(tf.constant(leaf, tf.float64))
        else:
            values.append(OPERATIONS[op](*(values[operand] for operand in operands)))
    return values[-1]
