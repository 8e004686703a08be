"""`POST /api/predictions`: what a network thinks of a drawing."""

from collections.abc import Collection, Iterable
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, Strict

from app.digits.drawing import SIDE, SWITCHES, prepare
from app.errors import InvalidError
from app.network.forward import Floats
from app.network.prediction import Prediction, layer_names, predict
from app.runs.models import Model
from app.web.rooms import RunsRoom
from app.web.wire import TensorResponse, jsonable

router = APIRouter(prefix="/api", tags=["Predictions"])

SMALLEST, LARGEST = 8, 280
Switch = Literal["crop", "box", "centre", "scale"]
Row = Annotated[
    list[Annotated[int, Field(ge=0, le=255, strict=True)]], Field(min_length=SMALLEST, max_length=LARGEST)
]
EXAMPLE: dict[str, Any] = {
    "pixels": [[255 if column == 4 and 1 <= row <= 6 else 0 for column in range(8)] for row in range(8)]
}


class Ink(BaseModel):
    """Pixels of a drawing and whom to ask."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    pixels: Annotated[list[Row], Field(min_length=SMALLEST, max_length=LARGEST)] = Field(
        description="H rows of W whole numbers from 0 (paper) to 255 (ink), each side 8 to 280"
    )
    run: str | None = Field(None, max_length=64, description="which run answers; without it the newest")
    normalise: Annotated[bool, Strict()] | tuple[Switch, ...] = Field(
        True,
        description="bring the drawing to the form of MNIST: all stages, none (but / 255), or those named",
    )

    def array(self) -> NDArray[np.uint8]:
        """The pixels as a tensor (H, W)."""
        widths = {len(row) for row in self.pixels}
        if len(widths) > 1:
            raise InvalidError(
                "ragged_pixels",
                "The rows of the drawing differ in length.",
                expected="H rows of equal length W",
                got=f"rows of {min(widths)} to {max(widths)} pixels",
                hint="Send every row with the same number of pixels.",
            )
        return np.array(self.pixels, np.uint8)

    def stages(self) -> Collection[str]:
        """The stages that are switched on."""
        if isinstance(self.normalise, bool):
            return SWITCHES if self.normalise else ("scale",)
        return self.normalise

    def input(self) -> Floats:
        """What a network gets to see, (784,)."""
        return prepare(self.array(), self.stages()).input.reshape(-1)


class Drawing(Ink):
    """Pixels of a drawing, whom to ask, and when."""

    step: int | None = Field(
        None, ge=0, strict=True, description="its weights after this many updates; without it the last kept"
    )


class Stage(BaseModel):
    """The drawing after one stage of preparation."""

    name: str
    image: list[float] | list[list[float]]


class Layer(BaseModel):
    """The output of one layer."""

    name: str
    shape: list[int]
    values: list[float]


class AnsweredBy(BaseModel):
    """Whose weights answered."""

    run: str
    step: int


def answered_by(model: Model) -> dict[str, Any]:
    """The same in an answer."""
    return {"run": model.run, "step": model.step}


class PredictionAnswer(BaseModel):
    """What the network sees and thinks."""

    label: int
    probabilities: list[float]
    input: list[list[float]]
    stages: list[Stage]
    layers: list[Layer]
    model: AnsweredBy


@router.post("/predictions", responses={200: {"model": PredictionAnswer}})
def post_prediction(drawing: Drawing, runs: RunsRoom) -> TensorResponse:
    """The ten probabilities for a drawing, with every stage and every layer on the way."""
    model = runs.model(drawing.run, drawing.step)
    return TensorResponse(described(predict(model.network, drawing.array(), drawing.stages()), model))


def described(prediction: Prediction, model: Model) -> dict[str, Any]:
    """A prediction in the words of `PredictionAnswer`, its tensors as they are."""
    return {
        "label": prediction.label,
        "probabilities": jsonable(prediction.probabilities),
        "input": jsonable(prediction.prepared.input),
        "stages": [{"name": stage.name, "image": stage.image} for stage in prediction.prepared.stages],
        "layers": list(described_layers(prediction.activations)),
        "model": answered_by(model),
    }


def described_layers(activations: tuple[NDArray[Any], ...]) -> Iterable[dict[str, Any]]:
    """Each layer under its name: hidden 1, hidden 2 …, output."""
    for name, values in zip(layer_names(len(activations)), activations, strict=True):
        yield {"name": name, "shape": values.shape, "values": jsonable(values)}


def image(vector: NDArray[Any]) -> NDArray[Any] | list[Any]:
    """A vector of 784 as the picture that it is."""
    return jsonable(vector.reshape(SIDE, SIDE))
