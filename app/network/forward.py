"""The forward pass in NumPy, by the chapter's own formula: output = relu(dot(input, W) + b)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.network.spec import Spec

Floats = NDArray[np.float32]


def linear(x: Floats) -> Floats:
    """Leave x as it is."""
    return x


def relu(x: Floats) -> Floats:
    """max(x, 0)."""
    return np.maximum(x, 0)


def sigmoid(x: Floats) -> Floats:
    """1 / (1 + exp(-x)), written so that no x overflows."""
    half = np.float32(0.5)
    probability: Floats = half + half * np.tanh(half * x)
    return probability


def softmax(x: Floats) -> Floats:
    """exp(x) / sum(exp(x)) along the last axis; the shift by the maximum cancels out and tames the exp."""
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    probabilities: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return probabilities


ACTIVATIONS: dict[str, Callable[[Floats], Floats]] = {
    "linear": linear,
    "relu": relu,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "softmax": softmax,
}


@dataclass(frozen=True)
class Layer:
    """A Dense layer with its trained numbers."""

    kernel: Floats
    """W, (inputs, units)."""
    bias: Floats
    """b, (units,)."""
    activation: str
    """A key of ACTIVATIONS."""

    def __call__(self, x: Floats) -> Floats:
        """(n, inputs) -> (n, units)."""
        return ACTIVATIONS[self.activation](np.dot(x, self.kernel) + self.bias)


Network = tuple[Layer, ...]


def network(spec: Spec, weights: Mapping[str, Floats]) -> Network:
    """The spec's layers with the weights named W1, b1, W2, b2 and so on."""
    return tuple(
        Layer(weights[f"W{i}"], weights[f"b{i}"], layer.activation) for i, layer in enumerate(spec.layers, 1)
    )


def weights(network: Network) -> dict[str, Floats]:
    """What `network` took: W1, b1, W2, b2 and so on."""
    layers = enumerate(network, 1)
    return dict(pair for i, layer in layers for pair in ((f"W{i}", layer.kernel), (f"b{i}", layer.bias)))


@np.errstate(over="ignore", invalid="ignore")  # a network that diverged answers, too
def forward(network: Network, x: Floats) -> tuple[Floats, ...]:
    """The output of each layer for a batch (n, 784); the last is (n, 10), the probabilities."""
    activations = []
    for layer in network:
        x = layer(x)
        activations.append(x)
    return tuple(activations)


def before_softmax(network: Network) -> Network:
    """The same layers, but the last one hands out its scores, the logits."""
    *hidden, output = network
    return (*hidden, replace(output, activation="linear"))


def cross_entropy(logits: Floats, labels: NDArray[np.uint8]) -> Floats:
    """-log(softmax(logits)[label]) for each row, finite also where that probability rounds to 0."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    picked = np.take_along_axis(shifted, labels[:, np.newaxis].astype(np.intp), axis=-1)[:, 0]
    losses: Floats = np.log(np.exp(shifted).sum(axis=-1)) - picked
    return losses
