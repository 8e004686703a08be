"""Evaluation: a network's answers to all test digits, and where it is wrong."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from app.digits.mnist import CLASSES, Split, vectors
from app.network.blocks import in_blocks
from app.network.forward import Floats, Network, before_softmax, cross_entropy, forward, softmax

# Images whose activations are in memory at the same time.
BLOCK = 1000


@dataclass(frozen=True)
class Evaluation:
    """What a network answers to n labelled images."""

    labels: NDArray[np.uint8]
    """The true classes, (n,)."""
    predicted: NDArray[np.uint8]
    """The most probable classes, (n,)."""
    probabilities: NDArray[np.float32]
    """How probable the network finds them, (n,)."""
    loss: float
    """Mean sparse categorical cross-entropy; NaN if the weights are."""
    activity: NDArray[np.float32]
    """Mean output of the first layer over the images of each class, (10, units); a softmax left out."""

    @property
    def accuracy(self) -> float:
        """Share of the images whose most probable class is the true one."""
        return float(np.mean(self.predicted == self.labels))

    @property
    def confusion(self) -> NDArray[np.int64]:
        """How many images of each class (row) were taken for each class (column), (10, 10)."""
        cells = self.labels.astype(np.intp) * CLASSES + self.predicted
        return np.bincount(cells, minlength=CLASSES**2).reshape(CLASSES, CLASSES)

    def mistakes(self, label: int | None = None, predicted: int | None = None) -> NDArray[np.intp]:
        """Places of the wrong answers, the surest first; of one class, taken for one class, or all."""
        wrong = self.predicted != self.labels
        if label is not None:
            wrong &= self.labels == label
        if predicted is not None:
            wrong &= self.predicted == predicted
        places = np.flatnonzero(wrong)
        return places[np.argsort(-self.probabilities[places], kind="stable")]


def evaluate(network: Network, split: Split) -> Evaluation:
    """Ask a network for every image of a split."""
    blocks = in_blocks(partial(_block, network, split), len(split.labels), BLOCK)
    predicted, probabilities, losses, sums = zip(*blocks, strict=True)
    counts = np.bincount(split.labels, minlength=CLASSES)[:, np.newaxis]
    return Evaluation(
        np.asarray(split.labels),
        np.concatenate(predicted),
        np.concatenate(probabilities),
        float(np.concatenate(losses).mean(dtype=np.float64)),
        (sum(sums) / np.maximum(counts, 1)).astype(np.float32),
    )


def _block(network: Network, split: Split, block: slice) -> tuple[NDArray[np.uint8], Floats, Floats, Floats]:
    labels = split.labels[block]
    with np.errstate(over="ignore", invalid="ignore"):  # a network that diverged answers, too
        outputs = forward(before_softmax(network), vectors(split.images[block]))
        losses = cross_entropy(outputs[-1], labels)
        probabilities = softmax(outputs[-1])
    predicted = outputs[-1].argmax(axis=-1).astype(np.uint8)
    chosen = np.take_along_axis(probabilities, predicted[:, np.newaxis].astype(np.intp), axis=-1)
    one_hot = np.eye(CLASSES, dtype=np.float32)[labels]
    return predicted, chosen[:, 0], losses, one_hot.T @ outputs[0]
