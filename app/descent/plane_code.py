"""Plane code: the lines that compute losses of a real network on the plane through three of its snapshots."""

from collections.abc import Sequence

from app.network.code_strip import load_code
from app.network.forward import Network
from app.network.spec import Spec

ACTIVATION = {
    "relu": "np.maximum(z, 0)",
    "sigmoid": "1 / (1 + np.exp(-z))",
    "tanh": "np.tanh(z)",
    "linear": "z",
}


def plane_code(run: str, spec: Spec, steps: Sequence[int], network: Network, digits: int) -> str:
    """The lines; `result` is the loss at each of the three moments, `steps`: first, last and third.

    In the weights that they load the pixels are never shuffled.
    """
    layers = [
        f"    z = {'x' if i == 1 else 'a'} @ w[2 * {i - 1}] + w[2 * {i - 1} + 1]\n"
        f"    a = {ACTIVATION[layer.activation]}"
        for i, layer in enumerate(network[:-1], 1)
    ]
    last = len(network) - 1
    output = f"    z = {'a' if last else 'x'} @ w[2 * {last}] + w[2 * {last} + 1]"
    return "\n".join(
        [
            "import keras",
            "import numpy as np",
            "",
            *load_code(spec.model_copy(update={"shuffle_pixels": False})),
            f"x, y = train_images[:{digits}].reshape({digits}, 784) / 255, train_labels[:{digits}]",
            "",
            f'moments = [dict(np.load(f"{run}-{{step}}.npz")) for step in {tuple(steps)}]',
            "first, last, third = (list(weights.values()) for weights in moments)",
            "dot = lambda p, q: sum(np.vdot(a, b) for a, b in zip(p, q))",
            "unit = lambda p: [a / dot(p, p) ** 0.5 for a in p]",
            "across = unit([b - a for a, b in zip(first, last)])",
            "way = [b - a for a, b in zip(first, third)]",
            "up = unit([b - dot(way, across) * a for a, b in zip(across, way)])",
            "",
            "def loss(s, t):",
            "    w = [o + s * a + t * b for o, a, b in zip(first, across, up)]",
            *layers,
            output,
            "    p = np.exp(z - z.max(axis=1, keepdims=True))",
            "    p /= p.sum(axis=1, keepdims=True)",
            f"    return -np.log(p[np.arange({digits}), y]).mean()",
            "",
            "ways = [[b - a for a, b in zip(first, each)] for each in (first, last, third)]",
            "result = np.array([loss(dot(way, across), dot(way, up)) for way in ways])",
        ]
    )
