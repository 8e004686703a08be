"""The lessons over HTTP: each is a Question that gets a Trace, and a page."""

from collections.abc import Callable, Iterator
from functools import wraps
from itertools import pairwise
from types import ModuleType
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from app.autodiff.check import Check
from app.errors import UnknownError
from app.lessons.course import LESSONS, Page, law, lesson
from app.network.checker import Checker
from app.runs.archive import Archive
from app.runs.models import Model
from app.tensors.real import Find, with_numbers
from app.tensors.trace import Trace
from app.web.pages import page
from app.web.race import race_routes

OF_THEIR_OWN = {"training_step"}
"""Lessons whose call has a room of its own."""


class LessonEntry(BaseModel):
    """A lesson as it is listed."""

    slug: str
    title: str
    law: str
    api: str


class Course(BaseModel):
    """All lessons, in the order of the course."""

    lessons: list[LessonEntry]


def lesson_routes(find: Find, checker: Checker) -> APIRouter:
    """Every route of the lessons: a call for each, the list, and the pages."""
    router = APIRouter(tags=["Lessons"])
    router.add_api_route("/api/lessons", get_lessons, methods=["GET"])
    for entry in LESSONS:
        if entry.slug in OF_THEIR_OWN:
            continue
        explain = checked(real(lesson(entry.slug).explain, find), checker)
        router.add_api_route(f"/api/lessons/{entry.slug}", explain, methods=["POST"], name=entry.slug)
    router.include_router(race_routes())
    router.add_api_route("/lessons/{slug}", get_page, include_in_schema=False, response_class=HTMLResponse)
    return router


def real(explain: Callable[[Any], Trace], find: Find) -> Callable[[Any], Trace]:
    """The explanation of a question that may name tensors of a run."""

    @wraps(explain)
    def answer(question: Any) -> Trace:
        return explain(with_numbers(question, find))

    return answer


def checked(explain: Callable[[Any], Trace], checker: Checker) -> Callable[[Any], Trace]:
    """The explanation with TensorFlow's answer, where it has a check."""

    @wraps(explain)
    def answer(question: Any) -> Trace:
        trace = explain(question)
        check: Check | None = getattr(trace, "check", None)
        if check is None:
            return trace
        asked = check.asked
        theirs = checker.ask(asked.program, asked.values, asked.ours)
        return trace.model_copy(update={"check": check.against(theirs)})

    return answer


def get_lessons() -> Course:
    """The course: its lessons in their order."""
    return Course(
        lessons=[
            LessonEntry(slug=slug, title=title, law=law(lesson(slug)), api=f"/api/lessons/{slug}")
            for slug, title in ((entry.slug, entry.title) for entry in LESSONS)
        ]
    )


def get_page(request: Request, slug: str) -> HTMLResponse:
    """The page of a lesson."""
    entry = next((entry for entry in LESSONS if entry.slug == slug), None)
    if entry is None:
        raise UnknownError("unknown_lesson", "There is no such lesson.", got=slug, hint="See the home page.")
    return page(request, f"lessons/{slug}", lesson=described(entry, request.app.state.runs))


def described(entry: Page, archive: Archive) -> dict[str, Any]:
    """What the page shows of a lesson before anybody asks."""
    module = lesson(entry.slug)
    around = dict(pairwise(LESSONS)), {after: before for before, after in pairwise(LESSONS)}
    return {
        "slug": entry.slug,
        "title": entry.title,
        "law": law(module),
        "formula": (module.__doc__ or "").strip().splitlines()[-1],
        "presets": [{"title": title, "question": question} for title, question in module.PRESETS],
        "from_a_run": list(from_a_run(module, archive)),
        "next": around[0].get(entry),
        "previous": around[1].get(entry),
    }


def from_a_run(module: ModuleType, archive: Archive) -> Iterator[dict[str, Any]]:
    """The examples whose tensors come from a run: the newest that learned, as it is now."""
    for title, question in getattr(module, "FROM_A_RUN", ()):
        yield {"title": title, "question": pinned(question, archive.model())}


def pinned(part: Any, model: Model) -> Any:
    """A question, or a part of it, in which each tensor of a run has its run and step."""
    if not isinstance(part, dict):
        return part
    if "name" in part:
        return {"run": model.run, "step": model.step, **part}
    return {name: pinned(inner, model) for name, inner in part.items()}
