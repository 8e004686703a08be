"""How a route reaches the rooms behind it: they live in the app's state, put there by `create_app`."""

from concurrent.futures import Future
from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.digits.mnist import Mnist
from app.errors import PlaygroundError
from app.runs.runs import Runs
from app.web.thinking import Thinker

# Opening the bundled files takes far less; only a download takes longer, and no page waits for that.
PATIENCE_SECONDS = 1


def runs_room(connection: HTTPConnection) -> Runs:
    """The runs of this app."""
    runs: Runs = connection.app.state.runs
    return runs


def coming_mnist(connection: HTTPConnection) -> Future[Mnist]:
    """The digits of this app, which may still be on their way from the internet."""
    coming: Future[Mnist] = connection.app.state.mnist
    return coming


def mnist_room(coming: Annotated[Future[Mnist], Depends(coming_mnist)]) -> Mnist:
    """The digits of this app, waited for."""
    return coming.result()


def mnist_if_there(coming: Future[Mnist]) -> Mnist | None:
    """The digits, or none while they are being fetched, or when that failed."""
    try:
        return coming.result(PATIENCE_SECONDS)
    except (TimeoutError, PlaygroundError):
        return None


def thinker_room(connection: HTTPConnection) -> Thinker:
    """The threads of this app in which long calculations run."""
    thinker: Thinker = connection.app.state.thinker
    return thinker


RunsRoom = Annotated[Runs, Depends(runs_room)]
ComingMnist = Annotated[Future[Mnist], Depends(coming_mnist)]
MnistRoom = Annotated[Mnist, Depends(mnist_room)]
ThinkerRoom = Annotated[Thinker, Depends(thinker_room)]
