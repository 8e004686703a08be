"""A moment of a run: the weights after some update, and how long a browser may keep what they say."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from app.runs.models import Model
from app.runs.recorded import RECORDED
from app.web.rooms import RunsRoom
from app.web.runs import RunId

FOR_EVER = {"Cache-Control": "private, max-age=31536000, immutable"}
"""What was computed from a snapshot never changes."""
FOR_AN_HOUR = {"Cache-Control": "private, max-age=3600"}
"""But another version of the playground brings another recorded run, under the same address."""

Step = Annotated[
    int | None, Query(ge=0, le=2**53, description="weights after this many updates; without it the last kept")
]


@dataclass(frozen=True)
class Moment:
    """The network that was asked for."""

    model: Model
    headers: Mapping[str, str]
    """Those of an answer that depends on nothing else."""


def moment(run_id: RunId, runs: RunsRoom, step: Step = None) -> Moment:
    """The weights after `step` updates; without a step the answer is another one a moment later."""
    model = runs.model(run_id, step)
    return Moment(model, {} if step is None else lifetime(model.run))


def lifetime(run_id: str) -> Mapping[str, str]:
    """How long an answer about a snapshot of that run is true."""
    return FOR_AN_HOUR if run_id == RECORDED else FOR_EVER


def download(name: str) -> Mapping[str, str]:
    """With this a browser saves the answer as a file of that name."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}


AMoment = Annotated[Moment, Depends(moment)]
