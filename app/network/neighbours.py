"""Nearest neighbours: the training digits that are most like a drawing, to the eye or to the network."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.digits.mnist import Bytes, vectors
from app.network.blocks import in_blocks
from app.network.forward import Floats, Network, forward

BLOCK = 2000
"""Images whose features are in memory at the same time."""
MOST_PRODUCTS = 25_000_000_000
"""Multiplications of a search: all 60,000 digits for the chapter's network, fewer for a larger one."""

Features = Callable[[Floats], Floats]


@dataclass(frozen=True)
class Neighbours:
    """The nearest images, nearest first."""

    searched: int
    """Images that were compared, counted from the first."""
    indices: NDArray[np.intp]
    distances: Floats
    """Lengths of the differences (Euclidean)."""


def features(network: Network) -> Features:
    """What the last hidden layer makes of inputs: (n, 784) -> (n, units); without one, the inputs."""
    hidden = network[:-1]
    return (lambda x: forward(hidden, x)[-1]) if hidden else (lambda x: x)


def affordable(network: Network, images: int) -> int:
    """How many of the images a search through the network's eyes may look at."""
    return min(images, MOST_PRODUCTS // sum(layer.kernel.size for layer in network))


def nearest(query: Floats, images: Bytes, count: int, see: Features = lambda x: x) -> Neighbours:
    """The images (n, 28, 28) nearest to the input `query`, (784,), in the space to which `see` leads."""
    place = see(query[np.newaxis])

    def distances_of(block: slice) -> Floats:
        return lengths(see(vectors(images[block])) - place)

    distances = np.concatenate(in_blocks(distances_of, len(images), BLOCK))
    indices = np.argsort(distances, kind="stable")[:count]
    return Neighbours(len(images), indices, distances[indices])


def lengths(rows: Floats) -> Floats:
    """The length of each row."""
    squares: Floats = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return squares
