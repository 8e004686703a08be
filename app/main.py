"""The app: wires the rooms in one visible place."""

from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app import __version__
from app.digits import mnist
from app.network.checker import Checker
from app.runs.limits import Limits
from app.runs.local_engine import LocalEngine
from app.runs.real_tensors import Finder
from app.runs.runs import Runs
from app.settings import Settings
from app.web import (
    digits,
    errors,
    evaluation,
    evidence,
    flip,
    health,
    hints,
    histograms,
    history,
    lessons,
    metrics,
    neighbours,
    pages,
    plane,
    predictions,
    real_tensors,
    runs,
    snapshots,
    stream,
    take_home,
    training_step,
    weights,
)
from app.web.body_limit import BodyLimit
from app.web.doors import Doors
from app.web.files import ForeverFiles, content_address, folder
from app.web.openapi import Documented
from app.web.thinking import Thinker

FOR_OPERATORS = (health, metrics)
TIME_MACHINE = (snapshots, evaluation, weights, histograms, real_tensors, plane)
ABOUT_A_RUN = (runs, hints, *TIME_MACHINE, take_home, stream)
ABOUT_A_DRAWING = (predictions, history, evidence, flip, neighbours)


def create_app(settings: Settings) -> FastAPI:
    """A playground of its own: two can live in one process."""
    app = Documented(
        title="Tensor Playground",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lived,
        responses=errors.EVERYWHERE,
    )
    app.state.runs = create_runs(settings)
    app.state.checker = Checker()
    add_routes(app)
    errors.install(app)
    token = settings.token if settings.guarded else None
    app.add_middleware(BodyLimit)
    app.state.guarded = settings.guarded
    app.add_middleware(
        Doors, hosts=settings.allowed_hosts, token=token, cookie=f"playground_token_{settings.port}"
    )
    return app


def create_runs(settings: Settings) -> Runs:
    """The runs in the data folder, trained on this machine."""
    limits = Limits(
        parallel=settings.parallel_runs,
        queue=settings.queue_limit,
        keep_days=settings.keep_days,
        keep_bytes=settings.keep_bytes,
    )
    return Runs(settings.data_dir, LocalEngine(), limits)


def add_routes(app: FastAPI) -> None:
    """Every route of the playground."""
    for room in (*FOR_OPERATORS, digits, *ABOUT_A_RUN, *ABOUT_A_DRAWING, pages):
        app.include_router(room.router)
    find = Finder(app.state.runs, lambda: app.state.mnist.result().train)
    app.include_router(training_step.router)
    app.include_router(lessons.lesson_routes(find, app.state.checker))
    static = folder("static")
    address = f"/static/{content_address(static)}"
    app.mount(address, ForeverFiles(directory=static), name="static")
    app.state.templates = pages.page_templates(folder("templates"), address)


@asynccontextmanager
async def lived(app: FastAPI) -> AsyncIterator[None]:
    """While the app lives, its digits are open and its runs train."""
    with ThreadPoolExecutor(1, "mnist") as opener:
        app.state.mnist = opener.submit(mnist.load)
        app.state.thinker = Thinker()
        app.state.runs.open()
        try:
            yield
        finally:
            app.state.runs.close()
            app.state.thinker.close()
            app.state.checker.close()
