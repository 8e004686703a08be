"""`GET /api/runs/{id}/weights`: the first layer's weights as pictures of 28 × 28."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from app.network.forward import Floats, Layer
from app.network.units import by_activity, by_change, by_class, highest
from app.runs.models import Model
from app.runs.runs import Runs
from app.web.judge import AJudge
from app.web.moments import AMoment
from app.web.predictions import image
from app.web.rooms import RunsRoom, ThinkerRoom
from app.web.wire import Number, TensorResponse, number

router = APIRouter(prefix="/api/runs/{run_id}", tags=["Time machine"])


@dataclass(frozen=True)
class Ranking:
    """Which units are shown: those with the highest score."""

    by: Annotated[
        Literal["active", "changed", "class"],
        Query(
            description="highest mean output on the test digits; moved furthest since the first snapshot; "
            "more active for `label` than for other classes"
        ),
    ] = "active"
    label: Annotated[int, Query(ge=0, le=9, description="the class, for by=class")] = 0
    count: Annotated[int, Query(ge=1, le=64, description="units, at most")] = 24
    ranked: Annotated[
        int | None,
        Query(ge=0, le=2**53, description="rank them after this many updates, not at `step`"),
    ] = None

    def judged(self, shown: Model, runs: Runs) -> Model:
        """The network whose units are ranked."""
        return shown if self.ranked is None else runs.model(shown.run, self.ranked)

    def scores(self, activity: Floats) -> Floats:
        """A score for each unit, from what it says on the test digits."""
        return by_class(activity, self.label) if self.by == "class" else by_activity(activity)


class Unit(BaseModel):
    """One unit of the first layer; image[row][column] is the weight of that pixel."""

    unit: int
    score: Number
    bias: Number
    image: list[list[Number]]


class WeightsAnswer(BaseModel):
    """Some units of the first layer, the highest first; `limit` is their largest weight, without sign."""

    step: int
    by: str
    label: int | None
    since: int | None
    shape: list[int]
    limit: Number
    units: list[Unit]


@router.get("/weights", responses={200: {"model": WeightsAnswer}})
async def get_weights(
    ranking: Annotated[Ranking, Depends()],
    moment: AMoment,
    runs: RunsRoom,
    thinker: ThinkerRoom,
    judge: AJudge,
) -> TensorResponse:
    """The weights of the first layer as pictures: of its most active units, the most changed, or by class."""
    judged = await thinker.think(partial(ranking.judged, moment.model, runs))
    if ranking.by == "changed":
        first = await thinker.think(partial(first_snapshot, runs, judged))
        scores = by_change(judged.network[0].kernel, first.network[0].kernel)
        return TensorResponse(answer(moment.model, ranking, scores, first.step), headers=moment.headers)
    scores = ranking.scores((await judge.evaluation(judged)).activity)
    return TensorResponse(answer(moment.model, ranking, scores, None), headers=moment.headers)


def first_snapshot(runs: Runs, model: Model) -> Model:
    """The same run, before it learned."""
    return next(runs.history(model.run))


def answer(model: Model, ranking: Ranking, scores: Floats, since: int | None) -> dict[str, Any]:
    """The units that rank highest, in the words of `WeightsAnswer`."""
    layer, units = model.network[0], highest(scores, ranking.count)
    return {
        "step": model.step,
        "by": ranking.by,
        "label": ranking.label if ranking.by == "class" else None,
        "since": since,
        "shape": layer.kernel.shape,
        "limit": number(np.abs(layer.kernel[:, units]).max()),
        "units": [described(layer, unit, scores[unit]) for unit in units.tolist()],
    }


def described(layer: Layer, unit: int, score: np.float32) -> dict[str, Any]:
    """One unit and its picture."""
    return {
        "unit": unit,
        "score": number(score),
        "bias": number(layer.bias[unit]),
        "image": image(layer.kernel[:, unit]),
    }
