"""Prediction: a drawing through the stages to (784,), then through every layer."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.digits.drawing import SWITCHES, Prepared, prepare
from app.network.forward import Network, forward


@dataclass(frozen=True)
class Prediction:
    """What a network makes of one drawing."""

    prepared: Prepared
    """The drawing in each of its stages."""
    activations: tuple[NDArray[np.float32], ...]
    """The output of each layer, (units,); the last holds the ten probabilities."""

    @property
    def probabilities(self) -> NDArray[np.float32]:
        """The network's output, (10,)."""
        return self.activations[-1]

    @property
    def label(self) -> int:
        """The most probable class."""
        return int(np.argmax(self.probabilities))


def layer_names(count: int) -> list[str]:
    """What the layers are called: hidden 1, hidden 2 …, output."""
    return [*(f"hidden {number}" for number in range(1, count)), "output"]


def predict(network: Network, pixels: NDArray[np.uint8], stages: Collection[str] = SWITCHES) -> Prediction:
    """Prepare a drawing (H, W), 0 = paper, 255 = ink, by the named stages and ask the network."""
    prepared = prepare(pixels, stages)
    activations = forward(network, prepared.input.reshape(1, -1))
    return Prediction(prepared, tuple(layer[0] for layer in activations))
