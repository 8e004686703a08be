"""`GET /api/health`: is everything there? Answered at once, also while TensorFlow loads."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from app import __version__
from app.web.rooms import MnistRoom, RunsRoom

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
def get_health(runs: RunsRoom, mnist: MnistRoom) -> Health:
    """State of the playground: version, trainer, digits."""
    digits = Digits(train=len(mnist.train.labels), test=len(mnist.test.labels), source=mnist.source)
    return Health(version=__version__, trainer=runs.trainer, digits=digits)
