"""The race of the element-wise lesson over HTTP: it computes in a process of its own, never in this one."""

from fastapi import APIRouter

from app.tensors.race import Races


def race_routes() -> APIRouter:
    """The one call, with a track of its own."""
    router = APIRouter(tags=["Lessons"])
    router.add_api_route("/api/lessons/element_wise/race", Races().run, methods=["POST"], name="race")
    return router
