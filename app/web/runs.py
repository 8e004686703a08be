"""Runs over HTTP: start, list, look, cancel, delete, and read what happened."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi import Path as InPath
from pydantic import BaseModel

from app.network.code_strip import keras_code
from app.network.spec import Spec
from app.runs.run import Run
from app.web.rooms import RunsRoom

router = APIRouter(prefix="/api/runs", tags=["Runs"])

RunId = Annotated[str, InPath(max_length=64, examples=["recorded"])]
Since = Annotated[int, Query(ge=0, le=2**53, description="only events with a greater seq")]


class RunList(BaseModel):
    """All runs, the newest first."""

    runs: list[Run]


class Code(BaseModel):
    """The lines that do the same in plain Keras."""

    keras: str


@router.post("", status_code=201)
def post_run(spec: Spec, runs: RunsRoom, response: Response) -> Run:
    """Train a network; every field is optional, the default is the chapter's."""
    run = runs.submit(spec)
    response.headers["Location"] = f"/api/runs/{run.id}"
    return run


@router.get("", response_class=Response, responses={200: {"model": RunList}})
def get_runs(runs: RunsRoom) -> Response:
    """All runs, the newest first."""
    return Response(f'{{"runs":{runs.wire()}}}', media_type="application/json")


@router.post("/code")
def post_code(spec: Spec) -> Code:
    """The Keras code for these settings, without training anything."""
    return Code(keras=keras_code(spec))


@router.get("/{run_id}")
def get_run(run_id: RunId, runs: RunsRoom) -> Run:
    """One run: its settings and where it stands."""
    return runs.get(run_id)


@router.delete("/{run_id}", status_code=204)
def delete_run(run_id: RunId, runs: RunsRoom) -> None:
    """Delete an ended run with all its data."""
    runs.delete(run_id)


@router.post("/{run_id}/cancellation", status_code=202)
def post_cancellation(run_id: RunId, runs: RunsRoom) -> Run:
    """Stop a run; what it has learned so far is kept."""
    return runs.cancel(run_id)


@router.get("/{run_id}/code")
def get_code(run_id: RunId, runs: RunsRoom) -> Code:
    """The Keras code that trains the same network."""
    return Code(keras=keras_code(runs.get(run_id).spec))


@router.get(
    "/{run_id}/events", response_class=Response, responses={200: {"content": {"application/json": {}}}}
)
def get_events(run_id: RunId, runs: RunsRoom, since: Since = 0) -> Response:
    """What happened in this run after event number `since`, in order."""
    # The store keeps events in their wire form; joining them spares a decode and an encode of every point.
    body = f'{{"events":[{",".join(runs.events(run_id, since))}]}}'
    return Response(body, media_type="application/json")
