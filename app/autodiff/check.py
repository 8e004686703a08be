"""Check: our gradients beside TensorFlow's and beside what central differences measure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, computed_field
from pydantic.json_schema import SkipJsonSchema

from app.autodiff.differences import differences as central_differences
from app.autodiff.graph import Graph, Program
from app.tensors.spelling import Tensor, words

UNAVAILABLE: Final = "unavailable"
Gradients = Mapping[str, Tensor]


@dataclass(frozen=True)
class Asked:
    """What TensorFlow is to be asked, and what its answer is compared with."""

    program: Program
    values: Mapping[str, Tensor]
    ours: Gradients


class Check(BaseModel):
    """Three answers to one question."""

    model_config = ConfigDict(frozen=True, ser_json_inf_nan="strings")

    tensorflow: dict[str, Any] | Literal["loading", "unavailable"] = Field(
        UNAVAILABLE, description='by variable, or "loading" until TensorFlow is there: ask again'
    )
    finite_difference: dict[str, Any] = Field(description="by variable; without those of very many numbers")
    max_tensorflow_difference: float | None = Field(None, description="between ours and TensorFlow's")
    max_measured_difference: float | None = Field(description="between ours and the central differences")
    asked: SkipJsonSchema[Any] = Field(exclude=True, repr=False)

    @computed_field(description="between ours and any of the others that are there")  # type: ignore[prop-decorator]
    @property
    def max_difference(self) -> float | None:
        """The largest of both; None where there is nothing to compare."""
        both = (self.max_tensorflow_difference, self.max_measured_difference)
        return max((difference for difference in both if difference is not None), default=None)

    def against(self, theirs: Gradients | Literal["loading", "unavailable"]) -> "Check":
        """The same with TensorFlow's answer."""
        if isinstance(theirs, str):
            return self.model_copy(update={"tensorflow": theirs})
        found = {"tensorflow": spelled(theirs), "max_tensorflow_difference": largest(self.asked.ours, theirs)}
        return self.model_copy(update=found)


def check(graph: Graph, values: Mapping[str, Tensor], ours: Gradients) -> Check:
    """Our gradients beside the measured ones; TensorFlow is still to be asked."""
    measured = central_differences(graph, values, ours)
    return Check(
        finite_difference=spelled(measured),
        max_measured_difference=largest(ours, measured),
        asked=Asked(graph.program, {name: values[name] for name in graph.variables}, ours),
    )


def spelled(gradients: Gradients) -> dict[str, Any]:
    """As they travel."""
    return {name: words(gradient) for name, gradient in gradients.items()}


def largest(ours: Gradients, others: Gradients) -> float | None:
    """The largest difference; None where there is nothing to compare."""
    return max(differences(ours, others), default=None)


def differences(ours: Gradients, others: Gradients) -> Iterator[float]:
    """Of each variable the largest difference; two infinities of one sign, or two NaN, do not differ."""
    for name, theirs in others.items():
        same = (ours[name] == theirs) | (np.isnan(ours[name]) & np.isnan(theirs))
        with np.errstate(invalid="ignore"):
            yield float(np.max(np.where(same, 0, np.abs(ours[name] - theirs))))
