"""Limits: how much of its machine a playground takes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What may train and wait at the same time, and what is kept of runs that have ended."""

    parallel: int = 1
    """Runs that train side by side."""
    queue: int = 300
    """Runs that may wait."""
    keep_days: float | None = None
    """Age at which an ended run is deleted; None keeps it for ever."""
    keep_bytes: int | None = None
    """Size of all data of runs above which those that ended first are deleted; None for no limit."""
