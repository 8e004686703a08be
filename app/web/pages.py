"""The HTML pages."""

import json
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from markupsafe import Markup

from app.digits.mnist import Mnist
from app.lessons.course import COURSE
from app.network.prediction import predict
from app.runs.runs import Runs
from app.web.predictions import described
from app.web.reference import calls
from app.web.rooms import ComingMnist, RunsRoom, mnist_if_there
from app.web.wire import tensor_json

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

HERO_DIGIT = 0


def page_templates(folder: Path, static_address: str) -> Jinja2Templates:
    """The templates, with `static('css/base.css')` as the way to name a static file."""
    templates = Jinja2Templates(directory=folder)
    templates.env.globals["static"] = lambda path: f"{static_address}/{path}"
    templates.env.filters["mathml"] = mathml
    templates.env.trim_blocks = templates.env.lstrip_blocks = True
    return templates


def mathml(tex: str) -> Markup:
    """A formula, written in TeX, as MathML."""
    from latex2mathml.converter import convert  # its tables take longer to load than the rest of the server

    return Markup(convert(tex))


def page(request: Request, name: str, **context: Any) -> HTMLResponse:
    """Page `name` from its template."""
    templates: Jinja2Templates = request.app.state.templates
    return templates.TemplateResponse(request, f"{name}.html", {"page": name.partition("/")[0], **context})


@router.get("/")
def home(request: Request, runs: RunsRoom, mnist: ComingMnist) -> HTMLResponse:
    """The map of the chapter, under the recorded network at work on a real test digit, if there is one."""
    digits = mnist_if_there(mnist)
    return page(request, "home", course=COURSE, hero=digits and hero(runs, digits))


def hero(runs: Runs, mnist: Mnist) -> dict[str, Any]:
    """One test digit on its way through the recorded network."""
    model = runs.model("recorded")
    pixels = mnist.test.images[HERO_DIGIT]
    answer = tensor_json(described(predict(model.network, pixels), model))
    digit = {"index": HERO_DIGIT, "label": int(mnist.test.labels[HERO_DIGIT]), "pixels": pixels.tolist()}
    return {**json.loads(answer), "digit": digit, "run": runs.get("recorded")}


@router.get("/train")
def train(request: Request) -> HTMLResponse:
    """Configure, start, watch and compare runs."""
    return page(request, "train")


@router.get("/draw")
def draw(request: Request) -> HTMLResponse:
    """Draw a digit and see what the network sees and thinks."""
    return page(request, "draw")


@router.get("/digits")
def digits(request: Request) -> HTMLResponse:
    """The data itself."""
    return page(request, "digits")


@router.get("/api")
def reference(request: Request) -> HTMLResponse:
    """Every call of the REST API, made from its OpenAPI schema."""
    groups = calls(request.app.openapi(), str(request.base_url))
    return page(request, "api", groups=groups, guarded=request.app.state.guarded)
