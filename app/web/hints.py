"""`GET /api/runs/{id}/hint`: what is typical of how a run goes, why, and what to try next."""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.runs.course import course
from app.runs.events import Event
from app.runs.hint import Hint
from app.runs.hints import hint
from app.web.rooms import RunsRoom
from app.web.runs import RunId

router = APIRouter(prefix="/api/runs/{run_id}", tags=["Runs"])


class HintAnswer(BaseModel):
    """At most one hint at a time: the one that matters most."""

    hint: Hint | None = Field(description="null where all goes well, or too little has happened")


@router.get("/hint")
def get_hint(run_id: RunId, runs: RunsRoom) -> HintAnswer:
    """A rule's word on the curves so far: diverged, overshooting, plateau, slow, overfitting and the like."""
    spec = runs.get(run_id).spec
    events = map(Event.from_wire, runs.events(run_id))
    return HintAnswer(hint=hint(course(spec, events)))
