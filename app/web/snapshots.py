"""The snapshots of a run: which there are, and their weights as NumPy reads them."""

from typing import Annotated

from fastapi import APIRouter, Response
from fastapi import Path as InPath
from pydantic import BaseModel

from app.network.forward import weights
from app.web.npz import NPZ, npz
from app.web.rooms import RunsRoom
from app.web.runs import RunId

router = APIRouter(prefix="/api/runs/{run_id}", tags=["Time machine"])

KeptStep = Annotated[int, InPath(ge=0, le=2**53, examples=[2345])]


class SnapshotList(BaseModel):
    """The steps at which the weights of a run can be read."""

    steps: list[int]


@router.get("/snapshots")
def get_snapshots(run_id: RunId, runs: RunsRoom) -> SnapshotList:
    """The steps at which the weights were kept."""
    return SnapshotList(steps=runs.snapshots(run_id))


@router.get("/snapshots/{step}", **NPZ)
def get_snapshot(run_id: RunId, step: KeptStep, runs: RunsRoom) -> Response:
    """The weights after `step` updates as an .npz: W1 (784, units), b1 (units,), W2, b2 and so on."""
    return npz(f"{run_id}-{step}.npz", weights(runs.model(run_id, step).network), run_id)
