"""Nudge: a value changed a little, and by how much the result moves; the gradient foretells it."""

from collections.abc import Mapping

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.autodiff.forward import forward
from app.autodiff.graph import Graph
from app.tensors.spelling import Tensor


class Nudge(BaseModel):
    """Which variable is changed, and by how much."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    by: float = Field(
        0.01,
        ge=-1e6,
        le=1e6,
        strict=True,
        description="added to the value; of a tensor to each of its numbers",
    )


class Nudged(Nudge):
    """What comes of it; a result of many numbers counts as their sum."""

    model_config = ConfigDict(frozen=True, ser_json_inf_nan="strings")

    before: float
    after: float
    change: float
    predicted: float = Field(description="gradient times `by`, summed over the numbers of a tensor")


@np.errstate(all="ignore")
def nudged(graph: Graph, values: Mapping[str, Tensor], gradient: Tensor, nudge: Nudge) -> Nudged:
    """The result before and after, its change, and the change that the gradient predicts."""
    moved = {**values, nudge.name: values[nudge.name] + nudge.by}
    before, after = (float(forward(graph, each)[graph.result].sum()) for each in (values, moved))
    return Nudged(
        name=nudge.name,
        by=nudge.by,
        before=before,
        after=after,
        change=after - before,
        predicted=float(gradient.sum()) * nudge.by,
    )
