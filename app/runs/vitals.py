"""Vitals: how a playground does, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.runs.lag import Lag
from app.runs.run import Status


@dataclass(frozen=True)
class Vitals:
    """What an operator asks; the counts began when the playground was opened."""

    runs: Mapping[Status, int]
    """How many there are in each state."""
    waiting: int
    """Runs that wait for a process."""
    followers: int
    """Who follows a run now."""
    workers_lost: int
    """Workers that ended before their run did."""
    bytes: int
    """Size of everything that is kept."""
    stored: Lag
    """From the work to the store, of each report of a worker."""
    followed: Lag
    """From the work until a follower took it and asked for more."""
