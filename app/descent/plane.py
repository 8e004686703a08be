"""Plane: the loss of a real network on the plane through three moments of its training.

The axes are orthonormal in the space of all weights, so that a distance in the plane is one in that space:
across, from the first weights to the last; up, the part of the way to the third that does not lie across.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.descent.ground import Ground, lowest, rounded
from app.descent.parts import Parts, dot, minus, parts, scaled
from app.errors import ConflictError
from app.network.backward import gradients
from app.network.forward import ACTIVATIONS, Floats, Network, before_softmax, cross_entropy, forward
from app.tensors.spelling import Tensor, words

MOST_DIGITS, FEWEST_DIGITS = 256, 32
MOST_PLACES, FEWEST_PLACES = 25, 13
"""Of the grid along each axis."""
MOST_MULTIPLY_ADDS = 20e9
"""Of all losses on the grid together."""
ROOM = 1.3
"""How much wider than the way the window is."""
SHORTEST = 1e-3
"""Of an axis before it is scaled; what is shorter points nowhere."""


@dataclass(frozen=True)
class Footprint:
    """A moment of the training as the plane shows it."""

    point: tuple[float, float]
    """The place of the plane that is nearest to its weights."""
    away: float
    """How far that is."""
    loss: float
    """Of its own weights, not of that place."""
    gradient: tuple[float, float]
    """Of its own loss, along the axes of the plane."""


class Plane:
    """The plane, and the digits on which losses are computed: x (n, 784), y (n,).

    Errors: `no_plane` where the three do not span one.
    """

    def __init__(
        self, first: Network, last: Network, third: Network, x: Floats, y: NDArray[np.uint8]
    ) -> None:
        self._network = first
        self._origin = parts(first)
        self._x, self._y = x, y
        self._across = unit(minus(parts(last), self._origin))
        up = minus(parts(third), self._origin)
        self._up = unit(minus(up, scaled(self._across, dot(up, self._across))))

    def footprint(self, network: Network) -> Footprint:
        """Where a network lies."""
        way = minus(parts(network), self._origin)
        point = dot(way, self._across), dot(way, self._up)
        rest = dot(way, way) - point[0] ** 2 - point[1] ** 2
        slope = tuple(gradients(network, self._x, self._y).values())
        logits = forward(before_softmax(network), self._x)[-1]
        return Footprint(
            point=point,
            away=max(rest, 0.0) ** 0.5,
            loss=float(cross_entropy(logits, self._y).mean()),
            gradient=(dot(slope, self._across), dot(slope, self._up)),
        )

    def loss(self, a: float, b: float) -> float:
        """The loss at a place of the plane."""
        output, later = self._first_sums(a, b), self._later(a, b)
        for layer, kernel, bias in zip(self._network, later[::2], later[1::2], strict=False):
            output = ACTIVATIONS[layer.activation](output) @ kernel + bias
        return float(cross_entropy(output, self._y).mean())

    def ground(self, points: Tensor, title: str) -> Ground:
        """The losses around points (n, 2), over a square with its middle among them."""
        places = self._places
        xs, ys = (np.linspace(*ends, places) for ends in square(points))
        losses = np.array([[self.loss(a, b) for a in xs] for b in ys])
        up, across = np.gradient(losses, ys, xs)
        return Ground(
            title=title,
            expression="the loss on the plane",
            x=xs.round(6).tolist(),
            y=ys.round(6).tolist(),
            values=words(rounded(losses)),
            gradients=[words(rounded(across)), words(rounded(up))],
            lowest=lowest(losses),
        )

    @property
    def _places(self) -> int:
        """Of the grid along each axis: fewer of a large network."""
        affordable = MOST_MULTIPLY_ADDS / len(self._x) / later_size(self._network)
        return int(np.clip(affordable**0.5, FEWEST_PLACES, MOST_PLACES))

    @cached_property
    def _products(self) -> tuple[Floats, Floats, Floats]:
        """What the first layer makes of the digits: of the origin, of a unit across, of a unit up."""
        origin, across, up = (
            self._x @ kernel + bias for kernel, bias, *_ in (self._origin, self._across, self._up)
        )
        return origin, across, up

    def _first_sums(self, a: float, b: float) -> Floats:
        origin, across, up = self._products
        sums: Floats = np.float32(a) * across
        sums += np.float32(b) * up
        sums += origin
        return sums

    def _later(self, a: float, b: float) -> Parts:
        axes = zip(self._origin[2:], self._across[2:], self._up[2:], strict=True)
        return tuple(origin + np.float32(a) * across + np.float32(b) * up for origin, across, up in axes)


def digits_for(network: Network) -> int:
    """On how many digits the losses of such a network are computed."""
    affordable = MOST_MULTIPLY_ADDS / FEWEST_PLACES**2 / later_size(network)
    return int(np.clip(affordable, FEWEST_DIGITS, MOST_DIGITS))


def later_size(network: Network) -> int:
    """Multiply-adds for a digit behind the first layer's product."""
    return sum(layer.kernel.size for layer in network[1:]) + network[0].bias.size


def farthest(moments: Iterable[Network], first: Network, last: Network) -> int:
    """The number of the moment that lies farthest from the line between the first weights and the last."""
    across = unit(minus(parts(last), parts(first)))
    ways = (minus(parts(moment), parts(first)) for moment in moments)
    return int(np.argmax([dot(way, way) - dot(way, across) ** 2 for way in ways]))


def square(points: Tensor) -> Sequence[tuple[float, float]]:
    """A window around points (n, 2), as wide as it is high."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2, ROOM * float((high - low).max()) / 2
    return [(float(m - half), float(m + half)) for m in middle]


def unit(a: Parts) -> Parts:
    """The same direction, as long as 1.

    Errors: `no_plane`.
    """
    length = dot(a, a) ** 0.5
    if not SHORTEST < length < np.inf:
        raise ConflictError(
            "no_plane",
            "Three moments of this run do not span a plane.",
            expected="weights that are numbers, and three moments that do not lie on one line",
            hint="Take a run that went on for a while.",
        )
    return scaled(a, 1 / length)
