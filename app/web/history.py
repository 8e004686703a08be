"""`POST /api/predictions/history`: what a network thought of a drawing, from its first update on."""

import numpy as np
from fastapi import APIRouter
from pydantic import BaseModel

from app.network.forward import forward
from app.web.predictions import Ink
from app.web.rooms import RunsRoom
from app.web.wire import Number, TensorResponse, jsonable

router = APIRouter(prefix="/api/predictions", tags=["Predictions"])


class HistoryAnswer(BaseModel):
    """The ten probabilities at each snapshot: row i belongs to steps[i]."""

    run: str
    steps: list[int]
    probabilities: list[list[Number]]


@router.post("/history", responses={200: {"model": HistoryAnswer}})
def post_history(ink: Ink, runs: RunsRoom) -> TensorResponse:
    """The ten probabilities for a drawing over all snapshots of a run."""
    x = ink.input()[np.newaxis]
    moments = [(model, forward(model.network, x)[-1][0]) for model in runs.history(ink.run)]
    models, probabilities = zip(*moments, strict=True)
    steps = [model.step for model in models]
    return TensorResponse(
        {"run": models[0].run, "steps": steps, "probabilities": jsonable(np.stack(probabilities))}
    )
