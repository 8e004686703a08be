"""Engine: what trains. A run goes in as a job; what becomes of it comes out as reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from app.network.spec import Spec
from app.runs.saver import Notice

Readiness = Literal["starting", "ready", "busy"]


@dataclass(frozen=True)
class Job:
    """One attempt at a run."""

    run_id: str
    """Whose attempt it is."""
    spec: Spec
    """What to train."""
    attempt: int
    """1 for the first; each lost worker counts it up."""
    folder: Path
    """Where the run's files belong."""
    checkpoint: str | None
    """The file in that folder from which to go on; none to begin at the first update."""


@dataclass(frozen=True)
class Told:
    """A worker said something about its run."""

    run_id: str
    notice: Notice


@dataclass(frozen=True)
class Gone:
    """The worker of a run has ended, whatever the reason; it will not speak again."""

    run_id: str
    exit_code: int | None
    """Negative: killed by that signal."""


Report = Told | Gone


class Engine(Protocol):
    """Trains jobs side by side, as many as it is given; `start` and `stop` may be called from any thread."""

    @property
    def trainer(self) -> Readiness:
        """Whether a job would train at once, has to wait for TensorFlow, or one trains already."""

    def start(self, job: Job) -> None:
        """Take a job; exactly one `Gone` will follow, unless the engine is closed.

        Errors: OSError if there is no room for it; then it was not taken.
        """

    def stop(self, run_id: str) -> None:
        """End a job soon: politely first, then by force."""

    def events(self) -> Iterator[Report]:
        """Reports of all jobs, each job's in order; waits for more until `close`."""

    def close(self) -> None:
        """Begin to end every job, with a checkpoint where there is time for one; then `events` ends."""
