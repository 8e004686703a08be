"""Gradient: how the ten scores of a network change with each number of its input, in NumPy.

The chain rule, from the scores back to the pixels: d score / d x = W1 · (f'(z1) * (W2 · (f'(z2) * …))).
"""

from collections.abc import Callable

import numpy as np

from app.network.forward import Floats, Network, before_softmax, forward

DERIVATIVES: dict[str, Callable[[Floats], Floats]] = {
    "linear": np.ones_like,
    "relu": lambda output: (output > 0).astype(output.dtype),
    "sigmoid": lambda output: output * (1 - output),
    "tanh": lambda output: 1 - output * output,
}
"""The derivative of each activation at the place where it gave `output`."""


@np.errstate(over="ignore", invalid="ignore")  # a network that diverged has some, too
def score_gradients(network: Network, x: Floats) -> tuple[Floats, Floats]:
    """The scores before the softmax, (10,), at x, (784,), and their gradients there, (10, 784)."""
    layers = before_softmax(network)
    outputs = [output[0] for output in forward(layers, x[np.newaxis])]
    gradients: Floats = np.identity(len(outputs[-1]), np.float32)
    for layer, output in zip(reversed(layers), reversed(outputs), strict=True):
        gradients = np.dot(gradients * DERIVATIVES[layer.activation](output), layer.kernel.T)
    return outputs[-1], gradients
