"""Recipes: how every tensor of a training step is made of others, as NumPy and as a sum of terms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.descent import rules
from app.descent.memory import KEPT_NAMES, rule_of
from app.network.backward import activation_name
from app.network.spec import Spec

Kind = Literal["given", "dot", "sum", "mean", "softmax", "log", "slope", "element"]
Pass = Literal["forward", "backward", "update"]
ACTIVATIONS = {"relu": "np.maximum({z}, 0)", "sigmoid": "1 / (1 + np.exp(-{z}))", "tanh": "np.tanh({z})"}
DERIVATIVES = {"relu": "({z} > 0)", "sigmoid": "{a} * (1 - {a})", "tanh": "(1 - {a}**2)"}
SOFTMAX = "np.exp({z}) / np.exp({z}).sum(axis=1, keepdims=True)"


@dataclass(frozen=True)
class Recipe:
    """How one tensor is made."""

    name: str
    of: tuple[str, ...]
    """The tensors that it is made of."""
    numpy: str
    """Its line of code, right of the equals sign; "" where it is given."""
    kind: Kind
    during: Pass
    a: str = ""
    """For a dot: its left factor, perhaps transposed, `X.T`."""
    b: str = ""
    """For a dot: its right factor; for a sum: what is added up."""
    plus: str = ""
    """For a dot: what is added in the end."""


@lru_cache(8)
def recipes(spec: Spec) -> dict[str, Recipe]:
    """All recipes of a step of that network, in the order in which they are cooked."""
    return {recipe.name: recipe for recipe in (*forward(spec), *backward(spec), *update(spec))}


def forward(spec: Spec) -> Iterator[Recipe]:
    """From the batch to the loss."""
    layers = spec.layers
    yield Recipe("X", (), "", "given", "forward")
    yield Recipe("y", (), "", "given", "forward")
    for i, layer in enumerate(layers, 1):
        x, w, b, z = activation_name(i - 1, len(layers)), f"W{i}", f"b{i}", f"Z{i}"
        yield Recipe(w, (), "", "given", "forward")
        yield Recipe(b, (), "", "given", "forward")
        yield Recipe(z, (x, w, b), f"{x} @ {w} + {b}", "dot", "forward", x, w, b)
        if layer.activation == "softmax":
            yield Recipe("P", (z,), SOFTMAX.format(z=z), "softmax", "forward")
        else:
            line = ACTIVATIONS[layer.activation].format(z=z)
            yield Recipe(f"A{i}", (z,), line, "element", "forward")
    yield Recipe("losses", ("P", "y"), "-np.log(P[np.arange(len(y)), y])", "log", "forward")
    yield Recipe("loss", ("losses",), "losses.mean()", "mean", "forward", b="losses")


def backward(spec: Spec) -> Iterator[Recipe]:
    """From the loss to the gradients of all weights."""
    last = len(spec.layers)
    yield Recipe(f"dZ{last}", ("P", "y"), "(P - np.eye(10)[y]) / len(y)", "slope", "backward")
    for i in range(last, 0, -1):
        x, dz = activation_name(i - 1, last), f"dZ{i}"
        yield Recipe(f"dW{i}", (x, dz), f"{x}.T @ {dz}", "dot", "backward", f"{x}.T", dz)
        yield Recipe(f"db{i}", (dz,), f"{dz}.sum(axis=0)", "sum", "backward", b=dz)
        if i > 1:
            yield Recipe(f"dA{i - 1}", (dz, f"W{i}"), f"{dz} @ W{i}.T", "dot", "backward", dz, f"W{i}.T")
            yield hidden_gradient(spec, i - 1)


def hidden_gradient(spec: Spec, i: int) -> Recipe:
    """The gradient before an activation: what comes back, times the activation's own derivative."""
    activation, a, z = spec.layers[i - 1].activation, f"A{i}", f"Z{i}"
    factor = DERIVATIVES[activation].format(a=a, z=z)
    of = (f"d{a}", z if activation == "relu" else a)
    return Recipe(f"d{z}", of, f"d{a} * {factor}", "element", "backward")


def update(spec: Spec) -> Iterator[Recipe]:
    """From the gradients to the new weights: the rule's own lines, written for each weight."""
    rule = rule_of(spec.optimizer)
    lines = dict(line.split(" = ", 1) for line in rules.lines(rule) if not line.startswith(("step", "rate")))
    kept = tuple(KEPT_NAMES.get(rule, {}))
    for name in (f"{letter}{i}" for i in range(1, len(spec.layers) + 1) for letter in "Wb"):
        for part in kept:
            yield Recipe(f"{part}_{name}", (), "", "given", "update")
        for part in (*kept, "w"):
            line = written(lines[part], name, kept, part)
            yield Recipe(after(name, part), operands(line, name, kept), line, "element", "update")


def after(name: str, part: str) -> str:
    """What a weight, or what is remembered of it, is called after the update."""
    return f"new_{name}" if part == "w" else f"new_{part}_{name}"


def written(line: str, name: str, kept: tuple[str, ...], until: str) -> str:
    """A line of a rule with the names of one weight; what is remembered is new from its own line on."""
    done = kept[: kept.index(until)] if until in kept else kept
    names = {"w": name, "gradient": f"d{name}"} | {part: f"{part}_{name}" for part in kept}
    names |= {part: after(name, part) for part in done}
    return re.sub(r"\b[a-z]\w*\b", lambda word: names.get(word[0], word[0]), line)


def operands(line: str, name: str, kept: tuple[str, ...]) -> tuple[str, ...]:
    """The tensors in a line."""
    known = [name, f"d{name}", *(f"{part}_{name}" for part in kept), *(after(name, part) for part in kept)]
    return tuple(each for each in known if re.search(rf"\b{each}\b", line))
