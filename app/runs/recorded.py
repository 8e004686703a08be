"""The recorded run: a real training of the chapter's network that is part of the product."""

from pathlib import Path

from app.runs.events import Event
from app.runs.files import RunFiles, read_arrays
from app.runs.run import Run
from app.runs.store import Store

RECORDED = "recorded"
"""Its id."""
FOLDER = Path(__file__).parent / "recorded"
EVENTS = "events.jsonl"
WEIGHTS = "weights.npz"


def adopt_recorded_run(store: Store, files: RunFiles) -> None:
    """Make the recorded run an ordinary finished one, unless it is there already."""
    texts = (FOLDER / EVENTS).read_text().splitlines()
    events = [Event.from_wire(text) for text in texts]
    run = Run.told(RECORDED, events)
    if [text for _, text in store.events(RECORDED)] != texts:
        store.adopt(run, events)
        files.delete()
    if run.step not in files.snapshots():
        files.prepare()
        files.write_snapshot(run.step, read_arrays(FOLDER / WEIGHTS))
