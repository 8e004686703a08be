"""Trainer: one run's network, update by update, from its first weights to its last."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.digits.mnist import Mnist, Split
from app.network.backend import tf
from app.network.batches import MOST_UPDATES, epoch_order, on_paper, shuffled, training_labels
from app.network.loop import Loop, on_device
from app.network.model import build, optimizer
from app.network.spec import Spec

Floats = NDArray[np.float32]


class Trainer:
    """A network in training: its spec leads to the same weights, bit for bit, however the updates are cut."""

    def __init__(self, spec: Spec, mnist: Mnist) -> None:
        self.spec = spec
        self._model = build(spec)
        self._optimizer = optimizer(spec)
        labels = training_labels(spec, mnist.train.labels)
        images = shuffled(spec, mnist.train.images[: len(labels)])
        self._loop = Loop(self._model, self._optimizer, Split(images, labels))
        self._test = on_device(Split(shuffled(spec, mnist.test.images), mnist.test.labels))
        self._order = lru_cache(1)(self._shuffled)

    @property
    def step(self) -> int:
        """Updates done."""
        return int(self._optimizer.iterations.numpy())

    @property
    def left_in_epoch(self) -> int:
        """Updates until all training images were seen once more."""
        return self.spec.updates_per_epoch - self.step % self.spec.updates_per_epoch

    def run(self, count: int) -> tuple[Floats, Floats]:
        """Do `count` updates, at most `left_in_epoch`; loss and accuracy of each batch, both (count,).

        A loss may be NaN or infinite: then the training has diverged, and to go on is pointless.
        """
        if not 1 <= count <= self.left_in_epoch:
            raise ValueError(f"{count} updates asked for, 1 to {self.left_in_epoch} possible in this epoch")
        goal = self.step + count
        pieces = []
        while self.step < goal:
            pieces.append(self._run_at_once(goal - self.step))
        losses, accuracies = zip(*pieces, strict=True)
        return np.concatenate(losses), np.concatenate(accuracies)

    def evaluate(self) -> tuple[float, float]:
        """Loss and accuracy over the whole test set."""
        loss, hits = self._loop.judge(*self._test)
        return float(loss), float(np.mean(hits))

    def weights(self) -> dict[str, Floats]:
        """Copies of the trainable numbers: W1 (784, units), b1 (units,), W2, b2 and so on.

        The rows of W1 are in the order of the pixels on paper, also where the network finds them shuffled.
        """
        return self._on_paper(_copies(self._weights()))

    def memory(self) -> dict[str, Floats]:
        """Copies of what the optimizer remembers of each of `weights()`: `velocity_W1`, `momentum_b2`, …."""
        kept = {name: variable for name, variable in self._variables().items() if "dense" in name}
        return self._on_paper({memory_name(name): array for name, array in _copies(kept).items()})

    def state(self) -> dict[str, NDArray[Any]]:
        """Copies of all that training changes: the weights, `step`, and what the optimizer remembers."""
        return _copies(self._variables())

    def restore(self, state: Mapping[str, NDArray[Any]]) -> None:
        """Go back to a `state()` of the same spec; the updates after it are repeated exactly."""
        for name, variable in self._variables().items():
            variable.assign(state[name])

    def _run_at_once(self, most: int) -> tuple[Floats, Floats]:
        """Do as many updates as one call of the loop can: batches of one size, not more than MOST_UPDATES."""
        epoch, first = divmod(self.step, self.spec.updates_per_epoch)
        whole, rest = self._order(epoch)
        if first < len(whole):
            order, count = whole, min(most, len(whole) - first, MOST_UPDATES)
        else:
            order, first, count = rest, 0, 1
        losses, accuracies = self._loop.updates(order, tf.constant(first), tf.constant(count))
        return losses.numpy()[:count], accuracies.numpy()[:count]

    def _shuffled(self, epoch: int) -> tuple[Any, Any]:
        """An epoch's order of images, cut into whole batches, (n, batch size), and the rest, (1, fewer)."""
        order, size = epoch_order(self.spec, epoch), self.spec.batch_size
        whole = len(order) // size * size
        return tf.constant(order[:whole].reshape(-1, size)), tf.constant(order[np.newaxis, whole:])

    def _on_paper(self, arrays: Mapping[str, Floats]) -> dict[str, Floats]:
        first = {name: on_paper(self.spec, array) for name, array in arrays.items() if name.endswith("W1")}
        return {**arrays, **first}

    def _variables(self) -> dict[str, Any]:
        step, *memory = self._optimizer.variables
        return {**self._weights(), "step": step, **{variable.name: variable for variable in memory}}

    def _weights(self) -> dict[str, Any]:
        layers = enumerate(self._model.layers, 1)
        pairs = [((f"W{i}", layer.kernel), (f"b{i}", layer.bias)) for i, layer in layers]
        return dict(chain.from_iterable(pairs))


def memory_name(variable: str) -> str:
    """`network_dense_1_kernel_velocity`, as Keras calls it, -> `velocity_W1`."""
    _, layer, part, kind = variable.rsplit("_", 3)
    return f"{kind}_{'W' if part == 'kernel' else 'b'}{layer}"


def _copies(variables: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    return {name: np.array(variable.value.numpy()) for name, variable in variables.items()}
