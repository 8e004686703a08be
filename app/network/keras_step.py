"""One training step by Keras itself: its model, its tape, its optimizer."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.network.backend import keras, tf
from app.network.model import build, optimizer
from app.network.spec import Spec
from app.network.training import memory_name

Arrays = Mapping[str, NDArray[Any]]


def keras_step(
    spec: Spec, weights: Arrays, memory: Arrays, updates: int, batch: tuple[NDArray[Any], NDArray[Any]]
) -> dict[str, NDArray[np.float32]]:
    """The weights after one update by a batch x, y; named as before it.

    `memory` is what the optimizer remembers after so many updates, `velocity_W1` and so on; may be empty.
    """
    x, y = batch
    model = model_of(spec)
    model.set_weights(list(weights.values()))
    moved = remembering(spec, model, memory, updates)
    with tf.GradientTape() as tape:
        loss = keras.losses.SparseCategoricalCrossentropy()(y, model(x))
    moved.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
    return dict(zip(weights, model.get_weights(), strict=True))


@lru_cache(1)
def model_of(spec: Spec) -> Any:
    """Keras' model: to make it takes longer than the step."""
    return build(spec)


def remembering(spec: Spec, model: Any, memory: Arrays, updates: int) -> Any:
    """The optimizer with its memory."""
    made = optimizer(spec)
    made.build(model.trainable_variables)
    made.iterations.assign(updates)
    if memory:
        for variable in made.variables[2:]:
            variable.assign(memory[memory_name(variable.name)])
    return made
