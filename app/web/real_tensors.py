"""The tensors of a run's step: which there are, and all of them as NumPy reads them."""

from fastapi import APIRouter, Response
from pydantic import BaseModel

from app.runs.real_tensors import all_tensors
from app.tensors.operand import file_name
from app.tensors.spelling import Shape
from app.web.npz import NPZ, npz
from app.web.rooms import MnistRoom, RunsRoom
from app.web.runs import RunId
from app.web.snapshots import KeptStep

router = APIRouter(prefix="/api/runs/{run_id}/tensors", tags=["Time machine"])


class RealTensor(BaseModel):
    """A tensor of a step."""

    name: str
    shape: Shape
    dtype: str


class RealTensors(BaseModel):
    """The tensors of the update that follows `step` updates, in the order in which they come about."""

    run: str
    step: int
    tensors: list[RealTensor]


@router.get("/{step}")
def get_tensors(run_id: RunId, step: KeptStep, runs: RunsRoom, mnist: MnistRoom) -> RealTensors:
    """The tensors that a lesson can take from this step: batch, weights, activations and gradients."""
    tensors = all_tensors(runs.training_step(run_id, step, mnist.train))
    listed = [RealTensor(name=name, shape=x.shape, dtype=str(x.dtype)) for name, x in tensors.items()]
    return RealTensors(run=run_id, step=step, tensors=listed)


@router.get("/{step}/tensors.npz", **NPZ)
def get_tensor_file(run_id: RunId, step: KeptStep, runs: RunsRoom, mnist: MnistRoom) -> Response:
    """The same as an .npz: what `np.load` reads in the code of the lessons."""
    tensors = all_tensors(runs.training_step(run_id, step, mnist.train))
    return npz(file_name(run_id, step), tensors, run_id)
