"""A training step of a run: its weights after some update, and all that the next update makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.digits.mnist import Split, vectors
from app.errors import InvalidError
from app.network.backward import Tensors, backward_pass, forward_pass
from app.network.batches import Batch, batch
from app.network.forward import Floats, Network
from app.network.spec import Spec

MOST_ACTIVATIONS = 30_000_000
"""Numbers between the layers for one batch; more are too many to keep for somebody who looks."""


@dataclass(frozen=True, eq=False)
class TrainingStep:
    """A run before one of its updates."""

    run: str
    """Id of the run."""
    step: int
    """Updates done."""
    spec: Spec
    network: Network
    """The weights after `step` updates."""
    memory: Mapping[str, Floats] | None
    """What the optimizer remembers, `velocity_W1` and so on; None where nobody kept it."""
    train: Split
    """The training set as MNIST has it."""

    @property
    def epoch(self) -> int:
        """Number of the epoch of the next update, 0-based."""
        return self.step // self.spec.updates_per_epoch

    @property
    def number(self) -> int:
        """Number of the next batch in its epoch, 0-based."""
        return self.step % self.spec.updates_per_epoch

    @cached_property
    def batch(self) -> Batch:
        """The samples that the next update really draws."""
        return batch(self.spec, self.train, self.step)

    @cached_property
    def tensors(self) -> Tensors:
        """X, y, W1, b1, Z1, A1 … P, losses, loss, then dZ2, dW2, db2, dA1, dZ1, dW1, db1: float32 but y.

        Errors: `step_too_large`.
        """
        check_size(self.spec)
        with np.errstate(all="ignore"):  # a network that diverged is looked at, too
            tensors = forward_pass(self.network, vectors(self.batch.images), self.batch.labels)
            return tensors | backward_pass(self.network, tensors)

    def tensor(self, name: str) -> np.ndarray:
        """One of them.

        Errors: `unknown_tensor` with those that there are; `step_too_large`.
        """
        if name not in self.tensors:
            raise unknown_tensor(name, list(self.tensors))
        return self.tensors[name]


def check_size(spec: Spec) -> None:
    """Refuse a step whose activations would fill the memory."""
    numbers = min(spec.batch_size, spec.train_samples) * sum(layer.units for layer in spec.layers)
    if numbers > MOST_ACTIVATIONS:
        raise InvalidError(
            "step_too_large",
            "A step of this run is too large to be looked at.",
            expected=f"at most {MOST_ACTIVATIONS:,} activations for one batch",
            got=f"{numbers:,}",
            hint="Train one with a smaller batch or fewer units.",
        )


def unknown_tensor(name: str, names: list[str]) -> InvalidError:
    """What to say about a tensor that a step does not have."""
    return InvalidError(
        "unknown_tensor", "A step of this run has no such tensor.", expected=", ".join(names), got=name
    )
