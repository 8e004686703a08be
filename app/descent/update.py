"""The update that the optimizer of a run makes, by its rule and with what it remembers."""

import inspect
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.descent import rules
from app.descent.memory import (
    KEPT_NAMES,
    Memory,
    Numbers,
    memory_before,
    recalled_by,
    rule_of,
    set_out,
    settings_of,
)
from app.network.backward import forward_pass
from app.network.forward import Network, network, weights
from app.network.spec import Optimizer
from app.network.training_step import TrainingStep


@dataclass(frozen=True)
class Update:
    """What one update makes of a network."""

    memory: Memory
    """Before it."""
    remembered: Numbers
    """After it, by the names of the rule."""
    network: Network
    """After it."""
    loss: float
    """Of the same batch, after it."""


def every_tensor(training: TrainingStep) -> dict[str, NDArray[Any]]:
    """All tensors of a step: those of both passes, what is remembered, and what the update makes of both."""
    made, rule = update(training), rule_of(training.spec.optimizer)
    tensors = dict(training.tensors)
    for name, w in weights(training.network).items():
        for part in KEPT_NAMES.get(rule, {}):
            blank = np.full_like(w, rules.memory(rule)[part])
            tensors[f"{part}_{name}"] = made.memory.numbers.get(f"{part}_{name}", blank)
            tensors[f"new_{part}_{name}"] = made.remembered[f"{part}_{name}"]
        tensors[f"new_{name}"] = weights(made.network)[name]
    return tensors


@lru_cache(2)
def update(training: TrainingStep) -> Update:
    """The update that a training step makes."""
    before = weights(training.network)
    slopes = {name: training.tensor(f"d{name}") for name in before}
    with np.errstate(all="ignore"):  # a network that diverged is looked at, too
        memory = memory_before(training)
        after, remembered = updated(training.spec.optimizer, before, slopes, memory)
        changed = network(training.spec, after)
        loss = forward_pass(changed, training.tensor("X"), training.tensor("y"))["loss"]
    return Update(memory, remembered, changed, float(loss))


def updated(
    optimizer: Optimizer, before: Numbers, slopes: Numbers, memory: Memory
) -> tuple[Numbers, Numbers]:
    """The weights after an update, and what is remembered then: both float32, named as before."""
    after: Numbers = {}
    remembered: Numbers = {}
    for name, w in before.items():
        way = set_out(optimizer, name, w, memory)
        after[name] = way.send(slopes[name]).astype(w.dtype)
        remembered |= recalled_by(optimizer, name, way)
    return after, remembered


def constants_of(training: TrainingStep) -> dict[str, float]:
    """The settings, and Adam's corrected rate in this update."""
    optimizer = training.spec.optimizer
    way = set_out(
        optimizer, "", np.zeros(1, np.float32), Memory({}, update(training).memory.updates, "fresh")
    )
    way.send(np.zeros(1, np.float32))
    known = inspect.getgeneratorlocals(way)
    return settings_of(optimizer) | ({"rate": float(known["rate"])} if "rate" in known else {})
