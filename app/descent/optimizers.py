"""Optimizer: a rule and its settings, `{"name": "momentum", "learning_rate": 0.1, "momentum": 0.9}`."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from app.descent import rules
from app.descent.rules import Way
from app.tensors.spelling import Tensor

Name = Literal["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "loop_as_written", "loop_mended"]
Kept = Annotated[float, Field(ge=0, lt=1, strict=True)]


@dataclass(frozen=True)
class Kind:
    """What there is to know of a rule beside the rule itself."""

    title: str
    rule: Callable[..., Way]
    keras: str
    """Its class in Keras, with the settings to be filled in."""


KINDS: dict[Name, Kind] = {
    "sgd": Kind("SGD", rules.sgd, "SGD({learning_rate})"),
    "momentum": Kind("momentum", rules.momentum, "SGD({learning_rate}, momentum={momentum})"),
    "nesterov": Kind("Nesterov", rules.nesterov, "SGD({learning_rate}, momentum={momentum}, nesterov=True)"),
    "adagrad": Kind("Adagrad", rules.adagrad, "Adagrad({learning_rate})"),
    "rmsprop": Kind("RMSprop", rules.rmsprop, "RMSprop({learning_rate}, rho={rho})"),
    "adam": Kind("Adam", rules.adam, "Adam({learning_rate}, beta_1={beta_1}, beta_2={beta_2})"),
    "loop_as_written": Kind(
        "the loop as written", rules.loop_as_written, "SGD((1 + {momentum}) * {learning_rate})"
    ),
    "loop_mended": Kind(
        "the loop mended", rules.loop_mended, "SGD({learning_rate}, momentum={momentum}, nesterov=True)"
    ),
}
SETTINGS = {kind: rules.settings(KINDS[kind].rule) for kind in get_args(Name)}
"""The settings that each rule has, in their order."""


class Optimizer(BaseModel):
    """A rule and its settings; those that it does not have are not looked at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    learning_rate: float = Field(0.1, gt=0, le=1000, strict=True)
    momentum: Kept = 0.9
    rho: Kept = 0.9
    beta_1: Kept = 0.9
    beta_2: Kept = 0.999

    @property
    def title(self) -> str:
        """Its name as one says it."""
        return KINDS[self.name].title

    @property
    def about(self) -> str:
        """What its rule does, in a sentence."""
        return inspect.getdoc(KINDS[self.name].rule) or ""

    @property
    def settings(self) -> dict[str, float]:
        """The settings that its rule has."""
        return {setting: getattr(self, setting) for setting in SETTINGS[self.name]}

    @property
    def keras(self) -> str:
        """The same optimizer of Keras, as an expression."""
        return f"keras.optimizers.{KINDS[self.name].keras.format(**self.settings)}"

    def way(self, start: Tensor) -> Way:
        """The rule on its way from a place."""
        return KINDS[self.name].rule(start, **self.settings)

    def lines(self) -> tuple[list[str], tuple[str, ...]]:
        """The rule as it is written: what it begins with, and what it does with each gradient."""
        rule = KINDS[self.name].rule
        return [f"{name} = {first!r}" for name, first in rules.memory(rule).items()], rules.lines(rule)
