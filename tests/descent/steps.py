"""Training steps of small networks at their first weights."""

from functools import cache

import numpy as np

from app.digits.mnist import Split, load
from app.network.forward import network
from app.network.spec import Spec
from app.network.training_step import TrainingStep


@cache
def train() -> Split:
    """MNIST's training set."""
    return load().train


def step_of(spec: Spec, step: int = 0) -> TrainingStep:
    """An update at random weights."""
    random = np.random.default_rng(0)
    weights = {}
    for i, layer in enumerate(spec.layers, 1):
        weights[f"W{i}"] = (random.normal(size=layer[:2]) / np.sqrt(layer.inputs)).astype(np.float32)
        weights[f"b{i}"] = random.normal(size=layer.units).astype(np.float32) / 10
    return TrainingStep("a", step, spec, network(spec, weights), None, train())
