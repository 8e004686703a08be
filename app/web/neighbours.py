"""`POST /api/predictions/neighbours`: the training digits that are most like a drawing."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.digits.mnist import Mnist, Split
from app.network.forward import Floats, Network
from app.network.neighbours import Neighbours, affordable, features, nearest
from app.network.prediction import layer_names
from app.runs.runs import Runs
from app.web.predictions import AnsweredBy, Drawing, answered_by
from app.web.rooms import MnistRoom, RunsRoom, ThinkerRoom
from app.web.wire import Number, TensorResponse, number

router = APIRouter(prefix="/api/predictions", tags=["Predictions"])


class NeighboursQuestion(Drawing):
    """A drawing, and how many digits to find."""

    count: int = Field(8, ge=1, le=24, strict=True)


class Neighbour(BaseModel):
    """A training digit and how far it is."""

    index: int
    label: int
    distance: Number


class Space(BaseModel):
    """Where was looked, at how many digits, and what is near; nearest first."""

    name: str = Field(description="`pixels`, or the last hidden layer")
    searched: int = Field(description="training digits that were compared, counted from the first")
    neighbours: list[Neighbour]


class NeighboursAnswer(BaseModel):
    """The nearest training digits of the run, to the eye and to the network."""

    spaces: list[Space]
    model: AnsweredBy


@router.post("/neighbours", responses={200: {"model": NeighboursAnswer}})
async def post_neighbours(
    question: NeighboursQuestion, runs: RunsRoom, mnist: MnistRoom, thinker: ThinkerRoom
) -> TensorResponse:
    """The training digits most like a drawing: by their pixels, and by what the last hidden layer sees."""
    return TensorResponse(await thinker.think(partial(answer, question, runs, mnist)))


def answer(question: NeighboursQuestion, runs: Runs, mnist: Mnist) -> dict[str, Any]:
    """Search both spaces."""
    model = runs.model(question.run, question.step)
    samples = runs.get(model.run).spec.train_samples
    learned = Split(mnist.train.images[:samples], mnist.train.labels[:samples])
    found = spaces(model.network, question.input(), learned, question.count)
    return {"spaces": list(found), "model": answered_by(model)}


def spaces(network: Network, x: Floats, split: Split, count: int) -> Iterator[dict[str, Any]]:
    """First as the eye sees, then as the network does, if it has a hidden layer."""
    yield described("pixels", nearest(x, split.images, count), split)
    if len(network) > 1:
        some = split.images[: affordable(network, len(split.images))]
        yield described(layer_names(len(network))[-2], nearest(x, some, count, features(network)), split)


def described(name: str, found: Neighbours, split: Split) -> dict[str, Any]:
    """What was found in one space."""
    pairs = zip(found.indices.tolist(), found.distances, strict=True)
    neighbours = [{"index": i, "label": int(split.labels[i]), "distance": number(d)} for i, d in pairs]
    return {"name": name, "searched": found.searched, "neighbours": neighbours}
