"""The Keras side of a spec: its model and its optimizer."""

from typing import Any

import numpy as np

from app.digits.mnist import PIXELS
from app.network.backend import keras
from app.network.spec import Spec

OPTIMIZERS = {
    "sgd": keras.optimizers.SGD,
    "rmsprop": keras.optimizers.RMSprop,
    "adagrad": keras.optimizers.Adagrad,
    "adam": keras.optimizers.Adam,
}


def build(spec: Spec) -> Any:
    """A `keras.Sequential`, (n, 784) -> (n, 10), whose first weights follow from the seed alone."""
    seeds = np.random.SeedSequence(spec.seed).generate_state(len(spec.layers))
    dense = [
        keras.layers.Dense(
            layer.units,
            activation=layer.activation,
            kernel_initializer=keras.initializers.GlorotUniform(int(seed)),
            name=f"dense_{number}",
        )
        for number, (layer, seed) in enumerate(zip(spec.layers, seeds, strict=True), 1)
    ]
    return keras.Sequential([keras.Input((PIXELS,)), *dense], name="network")


def optimizer(spec: Spec) -> Any:
    """The spec's `keras.optimizers` object."""
    settings = spec.optimizer.model_dump()
    return OPTIMIZERS[settings.pop("name")](**settings)
