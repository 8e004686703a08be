"""Spec: what a run trains, every field optional, the default is the chapter's network."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

TRAIN_IMAGES = 60_000


class Part(BaseModel):
    """A frozen piece of a spec; unknown fields are refused, so a typing error never trains silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HiddenLayer(Part):
    """A Dense layer between the pixels and the ten probabilities."""

    units: int = Field(512, ge=1, le=2048)
    activation: Literal["relu", "sigmoid", "tanh"] = "relu"


LearningRate = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
Fraction = Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False)]


class SGD(Part):
    """Stochastic gradient descent, plain or with momentum."""

    name: Literal["sgd"] = "sgd"
    learning_rate: LearningRate = 0.01
    momentum: Fraction = 0.0
    nesterov: bool = False


class RMSprop(Part):
    """The chapter's optimizer."""

    name: Literal["rmsprop"] = "rmsprop"
    learning_rate: LearningRate = 0.001
    rho: Fraction = 0.9
    momentum: Fraction = 0.0


class Adagrad(Part):
    """Steps that shrink with the sum of all squared gradients so far."""

    name: Literal["adagrad"] = "adagrad"
    learning_rate: LearningRate = 0.001


class Adam(Part):
    """Momentum and RMSprop together."""

    name: Literal["adam"] = "adam"
    learning_rate: LearningRate = 0.001
    beta_1: Fraction = 0.9
    beta_2: Fraction = 0.999


Optimizer = Annotated[SGD | RMSprop | Adagrad | Adam, Field(discriminator="name")]


class Spec(Part):
    """A training, complete: the same spec and seed on the same kind of machine give the same weights, bit for bit."""

    hidden: tuple[HiddenLayer, ...] = Field((HiddenLayer(),), max_length=4)
    optimizer: Optimizer = RMSprop()
    epochs: int = Field(5, ge=1, le=100)
    batch_size: int = Field(128, ge=1, le=10_000)
    train_samples: int = Field(TRAIN_IMAGES, ge=1, le=TRAIN_IMAGES)
    label_noise: float = Field(0, ge=0, le=1, description="share of the training labels replaced by a random one")
    seed: int = Field(0, ge=0, le=2**31 - 1)
    name: str = Field("", max_length=80)

    @property
    def updates_per_epoch(self) -> int:
        """Batches in one epoch; the last may be partial (469 for the chapter, the last of 96)."""
        return -(-self.train_samples // self.batch_size)

    @property
    def steps(self) -> int:
        """Updates in the whole run."""
        return self.epochs * self.updates_per_epoch
