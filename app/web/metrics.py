"""`GET /metrics`: the playground in numbers, read at the moment Prometheus asks."""

from fastapi import APIRouter, Response

from app.web.rooms import RunsRoom

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def get_metrics(runs: RunsRoom) -> Response:
    """The vitals of the runs, and what the process takes of the machine."""
    # Its library is loaded for whoever asks, so that no start waits for it.
    from app.web.prometheus import MEDIA_TYPE, exposition

    return Response(exposition(runs.vitals()), media_type=MEDIA_TYPE)
