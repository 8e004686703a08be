"""`GET /api/runs/{id}/evaluation`: how a network does on all test digits, at any moment of its training."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from app.network.evaluation import Evaluation
from app.web.judge import AJudge
from app.web.moments import AMoment
from app.web.wire import Number, TensorResponse, number

router = APIRouter(prefix="/api/runs/{run_id}", tags=["Time machine"])

MOST_MISTAKES = 100

Class = Annotated[int | None, Query(ge=0, le=9)]


class Mistake(BaseModel):
    """A test digit that the network takes for another."""

    index: int
    label: int
    predicted: int
    probability: Number


class EvaluationAnswer(BaseModel):
    """The network on the test digits; row i, column j of the confusion: digits i that it takes for j."""

    step: int
    accuracy: float
    loss: Number
    confusion: list[list[int]]
    mistakes: list[Mistake]
    mistakes_total: int


@router.get("/evaluation", responses={200: {"model": EvaluationAnswer}})
async def get_evaluation(
    moment: AMoment, judge: AJudge, label: Class = None, predicted: Class = None
) -> TensorResponse:
    """Accuracy, loss and confusion on the 10,000 test digits, and the surest 100 of the mistakes.

    `label` and `predicted` choose among the mistakes: those of one class, those taken for one class.
    """
    judgement = await judge.evaluation(moment.model)
    judge.look_ahead(moment.model)
    mistakes = judgement.mistakes(label, predicted)
    return TensorResponse(
        {
            "step": moment.model.step,
            "accuracy": judgement.accuracy,
            "loss": number(judgement.loss),
            "confusion": judgement.confusion,
            "mistakes": [described(judgement, place) for place in mistakes[:MOST_MISTAKES].tolist()],
            "mistakes_total": len(mistakes),
        },
        headers=moment.headers,
    )


def described(judgement: Evaluation, place: int) -> dict[str, Any]:
    """One mistake."""
    return {
        "index": place,
        "label": int(judgement.labels[place]),
        "predicted": int(judgement.predicted[place]),
        "probability": number(judgement.probabilities[place]),
    }
