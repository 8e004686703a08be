"""Hints: the first of these rules that fits how a training goes has the word."""

from collections.abc import Callable

from app.runs.course import Course
from app.runs.fit_hints import linear, noisy_labels, overfitting
from app.runs.hint import Hint
from app.runs.rate_hints import diverged, overshooting, plateau, slow

RULES: tuple[Callable[[Course], Hint | None], ...] = (
    diverged,
    overshooting,
    plateau,
    slow,
    overfitting,
    noisy_labels,
    linear,
)


def hint(course: Course) -> Hint | None:
    """What can be said about a training, if anything."""
    return next(filter(None, (rule(course) for rule in RULES)), None)
