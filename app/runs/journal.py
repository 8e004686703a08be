"""Journal: a line in the log for every turn in the life of a run."""

import json
import logging

from app.runs.events import Event, RunFailed, RunInterrupted

log = logging.getLogger(__name__)


def note(run_id: str, event: Event) -> None:
    """Tell the operator what happened to a run; how far it has come is no news to him."""
    if event.type.startswith("run_"):
        level = logging.WARNING if isinstance(event, RunFailed | RunInterrupted) else logging.INFO
        told = event.model_dump_json(exclude={"seq", "at", "type", "spec"}, exclude_none=True)
        log.log(level, event.type, extra={"run": run_id, **json.loads(told)})
