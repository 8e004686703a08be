"""`GET /api/runs/{id}/plane`: the loss on the plane through three moments of a run, and its way over it."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from app.descent.ground import Ground
from app.descent.plane import Footprint, Plane, digits_for, farthest
from app.descent.plane_code import plane_code
from app.digits.mnist import Split, vectors
from app.network.batches import training_labels
from app.runs.run import Run
from app.runs.runs import Runs
from app.web.rooms import MnistRoom, RunsRoom, ThinkerRoom
from app.web.runs import RunId
from app.web.wire import Number, number

router = APIRouter(prefix="/api/runs/{run_id}", tags=["Time machine"])

Third = Annotated[
    int | None,
    Query(ge=0, le=2**53, description="the third moment; without it the one that lies farthest aside"),
]


class Moment(BaseModel):
    """A moment of the run as the plane shows it."""

    step: int
    point: tuple[Number, Number] = Field(description="the nearest place of the plane")
    away: Number = Field(description="how far its weights are from that place")
    loss: Number = Field(description="of its own weights")
    gradient: tuple[Number, Number] = Field(description="of its own loss, along the axes")


class PlaneAnswer(BaseModel):
    """The plane, and every moment of the run."""

    run: str
    optimizer: str
    learning_rate: float
    digits: int = Field(description="the first so many that it learned; losses are means over them")
    spanned: tuple[int, int, int] = Field(description="steps of the first, the last and the third moment")
    landscape: Ground
    moments: list[Moment]
    code: str


def learned(run_id: RunId, runs: RunsRoom) -> Run:
    """A run that kept weights.

    Errors: `unknown_run`, `no_snapshot`.
    """
    return runs.get(runs.model(run_id).run)


@router.get("/plane")
async def get_plane(
    run: Annotated[Run, Depends(learned)],
    runs: RunsRoom,
    mnist: MnistRoom,
    thinker: ThinkerRoom,
    step: Third = None,
) -> PlaneAnswer:
    """The loss around the way of a run, on the plane through its first, its last and another moment.

    Distances are those in the space of all weights.
    """
    question = ("plane", run.id, step, *runs.snapshots(run.id))
    answer: PlaneAnswer = await thinker.once(question, partial(plane, runs, run, mnist.train, step))
    return answer


def plane(runs: Runs, run: Run, train: Split, step: int | None) -> PlaneAnswer:
    """The answer, calculated.

    Errors: `unknown_step`, `no_plane`.
    """
    steps = runs.snapshots(run.id)
    first, last = (runs.model(run.id, end).network for end in (steps[0], steps[-1]))
    if step is None or step in {steps[0], steps[-1]}:
        step = steps[farthest((model.network for model in runs.history(run.id)), first, last)]
    third = runs.model(run.id, step).network
    labels = training_labels(run.spec, train.labels)[: digits_for(first)]
    seen = Plane(first, last, third, vectors(train.images[: len(labels)]), labels)
    moments = [(model.step, seen.footprint(model.network)) for model in runs.history(run.id)]
    points = np.array([footprint.point for _, footprint in moments])
    spanned = (steps[0], steps[-1], step)
    return PlaneAnswer(
        run=run.id,
        optimizer=run.spec.optimizer.name,
        learning_rate=run.spec.optimizer.learning_rate,
        digits=len(labels),
        spanned=spanned,
        landscape=seen.ground(points, "a real network"),
        moments=[moment(*each) for each in moments],
        code=plane_code(run.id, run.spec, spanned, first, len(labels)),
    )


def moment(step: int, footprint: Footprint) -> Moment:
    """A footprint as it travels."""
    return Moment(
        step=step,
        point=pair(footprint.point),
        away=number(footprint.away),
        loss=number(footprint.loss),
        gradient=pair(footprint.gradient),
    )


def pair(numbers: Sequence[float]) -> Any:
    """Two numbers as they travel."""
    return tuple(number(each) for each in numbers)
