"""Spec: what a run trains, every field optional, the default is the chapter's network."""

from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from app.digits.mnist import CLASSES, PIXELS

TRAIN_IMAGES = 60_000
MOST_SEED = 2**31 - 1


class Part(BaseModel):
    """A frozen piece of a spec; unknown fields are refused, so a typing error never trains silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")


HiddenActivation = Literal["relu", "sigmoid", "tanh"]
Activation = HiddenActivation | Literal["softmax"]


class HiddenLayer(Part):
    """A Dense layer between the pixels and the ten probabilities."""

    units: int = Field(512, ge=1, le=2048, strict=True)
    activation: HiddenActivation = "relu"


LearningRate = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False, strict=True)]
Fraction = Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False, strict=True)]


class SGD(Part):
    """Stochastic gradient descent, plain or with momentum."""

    name: Literal["sgd"] = "sgd"
    learning_rate: LearningRate = 0.01
    momentum: Fraction = 0.0
    nesterov: bool = Field(False, strict=True)


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


class Dense(NamedTuple):
    """One layer of the network: output = activation(dot(input, W) + b)."""

    inputs: int
    """Length of what comes in: W is (inputs, units)."""
    units: int
    """Length of what goes out: b is (units,)."""
    activation: Activation

    @property
    def parameters(self) -> int:
        """Numbers in W and b."""
        return (self.inputs + 1) * self.units


class Spec(Part):
    """A whole training: the same spec on the same kind of machine gives the same weights, bit for bit."""

    hidden: tuple[HiddenLayer, ...] = Field(
        (HiddenLayer(),), max_length=4, description="layers between the pixels and the ten probabilities"
    )
    optimizer: Optimizer = RMSprop()
    epochs: int = Field(5, ge=1, le=100, strict=True, description="times that all training images are seen")
    batch_size: int = Field(128, ge=1, le=10_000, strict=True, description="images in one update")
    train_samples: int = Field(
        TRAIN_IMAGES,
        ge=1,
        le=TRAIN_IMAGES,
        strict=True,
        description="training images, counted from the first",
    )
    label_noise: float = Field(
        0, ge=0, le=1, strict=True, description="share of the labels replaced by a random one"
    )
    shuffle_pixels: bool = Field(
        False,
        strict=True,
        description="whether the 784 pixels of all images change places, by one permutation",
    )
    seed: int = Field(
        0,
        ge=0,
        le=MOST_SEED,
        strict=True,
        description="decides first weights, order of images, noise, places of pixels",
    )
    name: str = Field("", max_length=80, description="what the run is called, if anything")

    @property
    def updates_per_epoch(self) -> int:
        """Batches in one epoch; the last may be partial (469 for the chapter, the last of 96)."""
        return -(-self.train_samples // self.batch_size)

    @property
    def steps(self) -> int:
        """Updates in the whole run."""
        return self.epochs * self.updates_per_epoch

    @property
    def layers(self) -> tuple[Dense, ...]:
        """Every layer with its shape, from the 784 pixels to the ten probabilities."""
        widths = (PIXELS, *(layer.units for layer in self.hidden), CLASSES)
        activations: tuple[Activation, ...] = (*(layer.activation for layer in self.hidden), "softmax")
        return tuple(map(Dense, widths, widths[1:], activations))

    @property
    def parameters(self) -> int:
        """Trainable numbers: 407,050 for the chapter's network."""
        return sum(layer.parameters for layer in self.layers)
