"""What the optimizer of a run remembers before an update, and its rule, which goes on from there."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from app.descent import rules
from app.descent.rules import Way
from app.digits.mnist import vectors
from app.network.backward import gradients
from app.network.batches import batch
from app.network.forward import Floats, weights
from app.network.spec import SGD, Adagrad, Adam, Optimizer, RMSprop
from app.network.training_step import TrainingStep

Rule = Callable[..., Way]
Numbers = dict[str, Floats]
Origin = Literal["nothing", "fresh", "kept", "estimated"]

KEPT_NAMES: dict[Rule, dict[str, str]] = {
    rules.momentum: {"velocity": "momentum"},
    rules.nesterov: {"velocity": "momentum"},
    rules.adagrad: {"accumulator": "accumulator"},
    rules.rmsprop: {"velocity": "velocity"},
    rules.rmsprop_with_momentum: {"velocity": "velocity", "moved": "momentum"},
    rules.adam: {"m": "momentum", "v": "velocity"},
}
"""What Keras calls that which a rule remembers."""
BATCHES_RECALLED = 8
"""Batches whose gradients make up for a memory that was not kept."""


@dataclass(frozen=True)
class Memory:
    """What the optimizer remembers before an update."""

    numbers: Numbers
    """By the names of the rule: `velocity_W1` and so on; what is not there is as at the beginning."""
    updates: int
    """Gradients that are in it."""
    origin: Origin
    """Whether it remembers nothing at all, nothing yet, what was kept, or what has to be estimated."""


def rule_of(optimizer: Optimizer) -> Rule:
    """The rule by which an optimizer of a run goes."""
    match optimizer:
        case SGD(momentum=0):
            return rules.sgd
        case SGD():
            return rules.nesterov if optimizer.nesterov else rules.momentum
        case RMSprop():
            return rules.rmsprop_with_momentum if optimizer.momentum else rules.rmsprop
        case Adagrad():
            return rules.adagrad
        case Adam():
            return rules.adam


def settings_of(optimizer: Optimizer) -> dict[str, float]:
    """The settings that its rule has."""
    return {name: getattr(optimizer, name) for name in rules.settings(rule_of(optimizer))}


def memory_before(training: TrainingStep) -> Memory:
    """What the optimizer remembers: what was kept, else what the gradients of the last batches suggest.

    Those are taken at the weights as they are, because the weights as they were are known no longer.
    """
    names = KEPT_NAMES.get(rule_of(training.spec.optimizer), {})
    if not names or training.step == 0:
        return Memory({}, training.step, "fresh" if names else "nothing")
    if training.memory:
        return Memory(renamed(training.memory, names), training.step, "kept")
    return estimated(training)


def estimated(training: TrainingStep) -> Memory:
    """A memory made from the last batches alone."""
    optimizer, before = training.spec.optimizer, weights(training.network)
    first = max(0, training.step - BATCHES_RECALLED)
    blank = Memory({}, 0, "fresh")
    ways = {name: set_out(optimizer, name, w, blank) for name, w in before.items()}
    for step in range(first, training.step):
        drawn = batch(training.spec, training.train, step)
        for name, slope in gradients(training.network, vectors(drawn.images), drawn.labels).items():
            ways[name].send(slope)
    recalled = [recalled_by(optimizer, name, way) for name, way in ways.items()]
    return Memory({k: v for part in recalled for k, v in part.items()}, training.step - first, "estimated")


def set_out(optimizer: Optimizer, name: str, w: Floats, memory: Memory) -> Way:
    """The rule on its way from a weight, with what is remembered of it."""
    rule = rule_of(optimizer)
    known = {part: memory.numbers.get(f"{part}_{name}") for part in rules.memory(rule)}
    given: dict[str, Any] = {part: numbers for part, numbers in known.items() if numbers is not None}
    if "step" in known:
        given["step"] = memory.updates
    way = rule(w, **settings_of(optimizer), **given)
    next(way)
    return way


def recalled_by(optimizer: Optimizer, name: str, way: Way) -> Numbers:
    """What a rule remembers of a weight where it stands now."""
    kept = inspect.getgeneratorlocals(way)
    return {f"{part}_{name}": kept[part] for part in KEPT_NAMES.get(rule_of(optimizer), {})}


def as_kept(optimizer: Optimizer, numbers: Numbers) -> Numbers:
    """What is remembered, `velocity_W1`, by its names in Keras, `momentum_W1`, in the order there."""
    names = KEPT_NAMES.get(rule_of(optimizer), {})
    parted = {name: name.rpartition("_") for name in numbers}
    if isinstance(optimizer, RMSprop):  # has first all velocities, then all momentums; others alternate
        parted = dict(sorted(parted.items(), key=lambda item: list(names).index(item[1][0])))
    return {f"{names[part]}_{weight}": numbers[name] for name, (part, _, weight) in parted.items()}


def renamed(kept: Mapping[str, Floats], names: Mapping[str, str]) -> Numbers:
    """What was kept, `momentum_W1`, by the names of the rule, `velocity_W1`."""
    ours = {keras: own for own, keras in names.items()}
    parted = {name: name.rpartition("_") for name in kept}
    return {f"{ours[kind]}_{weight}": kept[name] for name, (kind, _, weight) in parted.items()}
