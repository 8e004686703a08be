"""What was computed from a snapshot stays true, except where another version brings another run."""

from app.runs.recorded import RECORDED
from app.web.moments import lifetime


def test_a_snapshot_never_changes_but_the_recorded_run_may() -> None:
    assert "immutable" in lifetime("1a2b3c4d")["Cache-Control"]
    assert "immutable" not in lifetime(RECORDED)["Cache-Control"]
