"""Parts: all weights of a network as one vector, in the space in which a training moves."""

from collections.abc import Sequence

import numpy as np

from app.network.forward import Floats, Network, weights

Parts = tuple[Floats, ...]
"""A vector in the space of all weights: W1, b1, W2, b2 …"""


def parts(network: Network) -> Parts:
    """All weights of a network."""
    return tuple(weights(network).values())


@np.errstate(over="ignore", invalid="ignore")  # weights that left the numbers have their place, too
def minus(a: Parts, b: Parts) -> Parts:
    """What has to be added to b to be a."""
    return tuple(x - y for x, y in zip(a, b, strict=True))


def scaled(a: Parts, by: float) -> Parts:
    """a, so many times as long."""
    return tuple(x * np.float32(by) for x in a)


def dot(a: Sequence[Floats], b: Sequence[Floats]) -> float:
    """The sum of all products."""
    return sum(float(np.vdot(x, y)) for x, y in zip(a, b, strict=True))
