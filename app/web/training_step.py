"""`POST /api/lessons/training_step`: one update of a run, and whether Keras makes the same of it."""

from fastapi import APIRouter, Request, Response

from app.descent.memory import as_kept
from app.descent.parity import asked, parity
from app.descent.update import update
from app.lessons.training_step import Question, TrainingStepTrace, explain
from app.network.checker import Checker
from app.web.npz import NPZ, npz
from app.web.rooms import MnistRoom, RunsRoom
from app.web.runs import RunId
from app.web.snapshots import KeptStep

router = APIRouter()


@router.post("/api/lessons/training_step", tags=["Lessons"])
def post_training_step(
    question: Question, request: Request, runs: RunsRoom, mnist: MnistRoom
) -> TrainingStepTrace:
    """Make one update of a run again, and tell every number of it."""
    training = runs.training_step(question.run, question.step, mnist.train)
    trace = explain(question, training)
    if not question.check:
        return trace
    checker: Checker = request.app.state.checker
    return trace.model_copy(update={"check": parity(training, checker.step(*asked(training)))})


@router.get("/api/runs/{run_id}/memories/{step}", tags=["Time machine"], **NPZ)
def get_memory(run_id: RunId, step: KeptStep, runs: RunsRoom, mnist: MnistRoom) -> Response:
    """What the optimizer remembers after `step` updates, as an .npz; estimated where it was not kept."""
    training = runs.training_step(run_id, step, mnist.train)
    numbers = as_kept(training.spec.optimizer, update(training).memory.numbers)
    return npz(f"{run_id}-{step}-memory.npz", numbers, run_id)
