"""The errors that every room speaks in: what happened, what was expected, what came, and what to do."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Problem(BaseModel):
    """Why something did not work, in the form in which it travels (`{"error": …}`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    what: str
    expected: str = ""
    got: str = ""
    hint: str = ""
    fixes: tuple[dict[str, Any], ...] | None = None
    shapes: dict[str, tuple[int, ...]] | None = None
    axis: int | None = None


class PlaygroundError(Exception):
    """A problem on its way to whoever asked."""

    def __init__(self, code: str, what: str, **details: Any) -> None:
        super().__init__(what)
        self.problem = Problem(code=code, what=what, **details)


class InvalidError(PlaygroundError):
    """The question itself is wrong."""


class UnknownError(PlaygroundError):
    """The question is fine, but it names something that does not exist."""


class ConflictError(PlaygroundError):
    """The thing exists, but is in a state that does not allow this."""


class BusyError(PlaygroundError):
    """Too much is waiting already; ask again later."""
