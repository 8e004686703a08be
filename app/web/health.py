"""`GET /api/health`: is everything there? Answered at once, also while TensorFlow loads."""

from concurrent.futures import Future
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from app import __version__
from app.digits.mnist import Mnist
from app.web.rooms import ComingMnist, RunsRoom, mnist_if_there

router = APIRouter(prefix="/api", tags=["Health"])


class Digits(BaseModel):
    """How many digits there are, and where they came from."""

    train: int
    test: int
    source: str


class Health(BaseModel):
    """The state of the playground."""

    status: Literal["ok"] = "ok"
    version: str
    trainer: Literal["starting", "ready", "busy"]
    digits: Digits


@router.get("/health")
def get_health(runs: RunsRoom, mnist: ComingMnist) -> Health:
    """State of the playground: version, trainer, digits."""
    return Health(version=__version__, trainer=runs.trainer, digits=digits(mnist))


def digits(coming: Future[Mnist]) -> Digits:
    """What is there of the digits; no counts while they are being fetched, or when that failed."""
    mnist = mnist_if_there(coming)
    if mnist is None:
        return Digits(train=0, test=0, source="missing" if coming.done() else "loading")
    return Digits(train=len(mnist.train.labels), test=len(mnist.test.labels), source=mnist.source)
