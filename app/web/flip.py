"""`POST /api/predictions/flip`: the smallest change that is found after which the answer is another one."""

from typing import Any

import numpy as np
from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.errors import ConflictError
from app.network.flip import INK, Flip, flip
from app.network.forward import Floats, forward
from app.runs.models import Model
from app.web.predictions import AnsweredBy, Drawing, answered_by, image
from app.web.rooms import RunsRoom
from app.web.wire import Number, TensorResponse, jsonable, number

router = APIRouter(prefix="/api/predictions", tags=["Predictions"])


class FlipQuestion(Drawing):
    """A drawing, and the answer to reach."""

    label: int | None = Field(
        None, ge=0, le=9, strict=True, description="without it the class that is nearest"
    )


class FlipAnswer(BaseModel):
    """A changed digit, and how much had to change."""

    label: int
    flipped: int
    change: list[list[Number]] = Field(description="signed, in units of the network's input")
    size: Number = Field(description="length of the change, as a vector of 784")
    share: Number = Field(description="the same as a share of the length of the input")
    largest: Number = Field(description="largest change of one pixel, without its sign")
    pixels: list[list[int]] = Field(description="the changed digit, 0 … 255, to be sent with `normalise`")
    normalise: list[str]
    probabilities: list[Number]
    model: AnsweredBy


@router.post("/flip", responses={200: {"model": FlipAnswer}})
def post_flip(question: FlipQuestion, runs: RunsRoom) -> TensorResponse:
    """A change of a drawing, as small as can be found, after which the network takes it for another digit."""
    model, x = runs.model(question.run, question.step), question.input()
    unit = 1 if "scale" in question.stages() else INK
    pixels = np.rint(x * (INK / unit)).astype(np.uint8)
    found = flip(model.network, pixels, unit, question.label)
    if found is None:
        raise no_flip(question.label)
    return TensorResponse(described(found, x, unit, model))


def described(found: Flip, x: Floats, unit: float, model: Model) -> dict[str, Any]:
    """A flip in the words of `FlipAnswer`."""
    changed = found.pixels * np.float32(unit / INK)
    change = changed - x
    return {
        "label": found.before,
        "flipped": found.after,
        "change": image(change),
        "size": number(np.linalg.norm(change)),
        "share": number(np.linalg.norm(change) / max(np.linalg.norm(x), np.float32(1e-9))),
        "largest": number(np.abs(change).max()),
        "pixels": image(found.pixels),
        "normalise": ["scale"] if unit == 1 else [],
        "probabilities": jsonable(forward(model.network, changed[np.newaxis])[-1][0]),
        "model": answered_by(model),
    }


def no_flip(label: int | None) -> ConflictError:
    """What to say when every attempt ended with the same answer."""
    return ConflictError(
        "no_flip",
        "No small change was found that makes another digit of this drawing.",
        expected="another class" if label is None else f"a way to class {label}",
        hint="Ask for another class, or at another step of the training.",
    )
