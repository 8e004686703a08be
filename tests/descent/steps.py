"""Training steps of small networks, at random weights or at those that a run kept."""

from functools import cache

import numpy as np

from app.digits.mnist import Split, load
from app.network.forward import network
from app.network.spec import HiddenLayer, Spec
from app.network.training_step import TrainingStep
from app.runs.files import RunFiles

HIDDEN = (
    HiddenLayer(units=24),
    HiddenLayer(units=12, activation="tanh"),
    HiddenLayer(units=8, activation="sigmoid"),
)


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


def kept_step(spec: Spec, files: RunFiles, step: int, *, forgotten: bool = False) -> TrainingStep:
    """The update of a run that follows a snapshot."""
    memory = None if forgotten else files.memory(step)
    return TrainingStep("a", step, spec, network(spec, files.snapshot(step)), memory, train())
