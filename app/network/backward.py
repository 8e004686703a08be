"""Forward and backward pass in NumPy: every tensor of them by name."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.digits.mnist import CLASSES
from app.network.forward import ACTIVATIONS, Floats, Network, cross_entropy, weights
from app.network.gradient import DERIVATIVES

Tensors = dict[str, NDArray[Any]]


def activation_name(layer: int, layers: int) -> str:
    """What comes out of a layer: A1, A2 …, P behind the last; before the first it is X, the batch."""
    return "X" if layer == 0 else "P" if layer == layers else f"A{layer}"


def forward_pass(network: Network, x: Floats, y: NDArray[np.uint8]) -> Tensors:
    """X, y, then W1, b1, Z1, A1 and so on, P, the loss of each sample, and `loss`, their mean."""
    tensors: Tensors = {"X": x, "y": y, **weights(network)}
    for i, layer in enumerate(network, 1):
        z = np.dot(x, layer.kernel) + layer.bias
        x = ACTIVATIONS[layer.activation](z)
        tensors |= {f"Z{i}": z, activation_name(i, len(network)): x}
    losses = cross_entropy(z, y)
    return tensors | {"losses": losses, "loss": np.asarray(losses.mean(dtype=np.float32))}


def backward_pass(network: Network, tensors: Tensors) -> Tensors:
    """Gradients of `loss`, each of the shape of its tensor: dZ, dW, db, then dA of the layer below and so on.

    Softmax and cross-entropy have one derivative together: (P - one_hot(y)) / n.
    """
    y, last = tensors["y"], len(network)
    gradients: Tensors = {}
    dz = (tensors["P"] - np.eye(CLASSES, dtype=np.float32)[y]) / np.float32(len(y))
    for i in range(last, 0, -1):
        before = tensors[activation_name(i - 1, last)]
        gradients |= {f"dZ{i}": dz, f"dW{i}": before.T @ dz, f"db{i}": dz.sum(axis=0)}
        if i > 1:
            da = dz @ network[i - 1].kernel.T
            dz = da * DERIVATIVES[network[i - 2].activation](before)
            gradients[f"dA{i - 1}"] = da
    return gradients


def gradients(network: Network, x: Floats, y: NDArray[np.uint8]) -> dict[str, Floats]:
    """The gradients of the weights alone, named W1, b1, W2, b2 and so on."""
    backward = backward_pass(network, forward_pass(network, x, y))
    return {name: backward[f"d{name}"] for name in weights(network)}
