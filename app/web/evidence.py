"""`POST /api/predictions/evidence`: what in the ink speaks for a class, and what against it."""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.network.forward import softmax
from app.network.gradient import score_gradients
from app.web.predictions import AnsweredBy, Drawing, answered_by, image
from app.web.rooms import RunsRoom
from app.web.wire import Number, TensorResponse, number

router = APIRouter(prefix="/api/predictions", tags=["Predictions"])

Image = list[list[Number]]


class EvidenceQuestion(Drawing):
    """A drawing, and the class in question."""

    label: int | None = Field(None, ge=0, le=9, strict=True, description="without it the predicted one")


class EvidenceAnswer(BaseModel):
    """The score of a class before the softmax, taken apart pixel by pixel."""

    label: int
    predicted: int
    score: Number
    probability: Number
    input: Image
    gradient: Image = Field(description="what one more unit of ink adds to the score: d score / d input")
    evidence: Image = Field(description="what the ink that is there adds: input × gradient")
    rest: Number = Field(description="score − sum of the evidence: the biases, where all layers are relu")
    model: AnsweredBy


@router.post("/evidence", responses={200: {"model": EvidenceAnswer}})
def post_evidence(question: EvidenceQuestion, runs: RunsRoom) -> TensorResponse:
    """What each pixel of a drawing says for or against a class, and what it would say with more ink."""
    model, x = runs.model(question.run, question.step), question.input()
    scores, gradients = score_gradients(model.network, x)
    predicted = int(scores.argmax())
    label = predicted if question.label is None else question.label
    evidence = x * gradients[label]
    return TensorResponse(
        {
            "label": label,
            "predicted": predicted,
            "score": number(scores[label]),
            "probability": number(softmax(scores)[label]),
            "input": image(x),
            "gradient": image(gradients[label]),
            "evidence": image(evidence),
            "rest": number(scores[label] - evidence.sum()),
            "model": answered_by(model),
        }
    )
