"""How a route reaches the rooms behind it: they live in the app's state, put there by `create_app`."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.digits.mnist import Mnist
from app.runs.runs import Runs


def runs_room(connection: HTTPConnection) -> Runs:
    """The runs of this app."""
    runs: Runs = connection.app.state.runs
    return runs


def mnist_room(connection: HTTPConnection) -> Mnist:
    """The digits of this app, opened at the first question."""
    mnist: Mnist = connection.app.state.mnist()
    return mnist


RunsRoom = Annotated[Runs, Depends(runs_room)]
MnistRoom = Annotated[Mnist, Depends(mnist_room)]
