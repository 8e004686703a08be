"""Which images and labels an update sees: decided by the spec alone, in NumPy, the same everywhere."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.digits.mnist import CLASSES, PIXELS, Bytes, Split
from app.network.spec import Spec

MOST_UPDATES = 64
"""Updates in one call of the compiled loop, at most."""

# The random stream of the label noise; the streams 0, 1, 2 … are those of the epochs.
NOISE_STREAM = 1_000_000
# That of the places of the pixels.
PIXEL_STREAM = 1_000_001


def epoch_order(spec: Spec, epoch: int) -> NDArray[np.int32]:
    """The indices of the training images, (train_samples,), as an epoch (0-based) shuffles them."""
    random = np.random.default_rng([spec.seed, epoch])
    return random.permutation(spec.train_samples).astype(np.int32)


def training_labels(spec: Spec, labels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The labels to learn, (train_samples,): MNIST's, with the spec's share of them drawn at random."""
    learned = labels[: spec.train_samples].copy()
    random = np.random.default_rng([spec.seed, NOISE_STREAM])
    noisy = random.choice(len(learned), round(spec.label_noise * len(learned)), replace=False)
    learned[noisy] = random.integers(CLASSES, size=len(noisy))
    return learned


def pixel_order(spec: Spec) -> NDArray[np.intp]:
    """Which pixel of an image the network finds at each of its 784 inputs, (784,)."""
    if not spec.shuffle_pixels:
        return np.arange(PIXELS)
    return np.random.default_rng([spec.seed, PIXEL_STREAM]).permutation(PIXELS)


def shuffled(spec: Spec, images: Bytes) -> Bytes:
    """Images (n, 28, 28) as the network of a run finds them: their pixels in its order."""
    if not spec.shuffle_pixels:
        return images
    return images.reshape(len(images), PIXELS)[:, pixel_order(spec)].reshape(images.shape)


def on_paper(spec: Spec, rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows (784, units), one for each input of the network, brought back to the order of the paper's pixels.

    `shuffled(x) @ rows` is `x @ on_paper(rows)`: so nobody but the training has to know of the shuffling.
    """
    return rows[np.argsort(pixel_order(spec))] if spec.shuffle_pixels else rows


@dataclass(frozen=True)
class Batch:
    """The samples of one update."""

    places: NDArray[np.int32]
    """Where they stand in the training set, (n,)."""
    images: Bytes
    """(n, 28, 28) uint8."""
    labels: NDArray[np.uint8]
    """What is to be learned, (n,): the label noise is in them."""


def batch(spec: Spec, train: Split, step: int) -> Batch:
    """What the update after `step` updates draws; beyond the end of a run, what one more epoch would."""
    epoch, number = divmod(step, spec.updates_per_epoch)
    places = epoch_order(spec, epoch)[number * spec.batch_size :][: spec.batch_size]
    return Batch(places, train.images[places], training_labels(spec, train.labels)[places])
