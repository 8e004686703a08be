"""A nudge of one parameter: how far the loss really moves, against what its gradient foretells."""

from dataclasses import replace
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.descent.terms import check_index
from app.network.backward import forward_pass
from app.network.forward import Network, network, weights
from app.network.training_step import TrainingStep, unknown_tensor
from app.tensors.spelling import Place, Whole, words

NUDGE = 1e-4


class Nudge(BaseModel):
    """Which number of which weight is changed, up and down, and by how much."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tensor: str = Field(max_length=20, description="W1, b1, W2 and so on")
    index: tuple[Whole, ...]
    by: float = Field(NUDGE, ge=1e-6, le=1, strict=True)


class Nudged(BaseModel):
    """The loss before and after, in 64 bits."""

    model_config = ConfigDict(frozen=True)

    tensor: str
    index: Place
    by: float
    below: Any = Field(description="the loss where the parameter is smaller by the nudge")
    above: Any
    difference: Any = Field(description="how fast the loss rises between both")
    gradient: Any = Field(description="the same from the backward pass")
    error: Any = Field(description="how far they are apart")


def nudged(training: TrainingStep, nudge: Nudge) -> Nudged:
    """The central difference of the loss of this batch, beside the gradient.

    Errors: `unknown_tensor`, `no_such_element`.
    """
    known = weights(training.network)
    if nudge.tensor not in known:
        raise unknown_tensor(nudge.tensor, list(known))
    check_index(nudge.tensor, known[nudge.tensor].shape, nudge.index)
    below, above = (loss_with(training, nudge, by) for by in (-nudge.by, nudge.by))
    difference = (above - below) / (2 * nudge.by)
    gradient = float(training.tensor(f"d{nudge.tensor}")[nudge.index])
    told = {"below": below, "above": above, "difference": difference, "gradient": gradient}
    told["error"] = abs(difference - gradient)
    return Nudged(**nudge.model_dump(), **{name: words(np.asarray(value)) for name, value in told.items()})


def loss_with(training: TrainingStep, nudge: Nudge, by: float) -> float:
    """The loss with that parameter moved; in 64 bits, for so small a difference."""
    changed = dict(weights(training.network))
    changed[nudge.tensor] = changed[nudge.tensor].astype(np.float64)
    changed[nudge.tensor][nudge.index] += by
    exact = in_64_bits(network(training.spec, changed))
    with np.errstate(all="ignore"):
        passed = forward_pass(exact, training.tensor("X").astype(np.float64), training.tensor("y"))
    return float(passed["losses"].mean())


def in_64_bits(layers: Network) -> Network:
    """The same layers with longer numbers."""
    return tuple(
        replace(layer, kernel=layer.kernel.astype(np.float64), bias=layer.bias.astype(np.float64))
        for layer in layers
    )
