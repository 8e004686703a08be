"""The errors that every room speaks in: what happened, what was expected, what came, and what to do."""

from collections.abc import Iterable
from itertools import islice
from json import JSONEncoder
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict

LONGEST_TEXT = 300
LONGEST_ECHO = 80


def short(text: str, most: int = LONGEST_TEXT) -> str:
    """A text that is read at a glance, whatever came."""
    return text if len(text) <= most else f"{text[:most]}…"


def echo(value: Any) -> str:
    """What came, as JSON; no more of it is written than is read, so that nothing is too long or too deep."""
    parts = islice(JSONEncoder(default=str).iterencode(value), LONGEST_ECHO + 1)
    return short("".join(parts), LONGEST_ECHO)


Text = Annotated[str, AfterValidator(short)]


class TextPlace(BaseModel):
    """A part of a text that somebody typed: characters `start` to before `end`, counted from 0."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int


class Problem(BaseModel):
    """Why something did not work, in the form in which it travels (`{"error": …}`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    what: Text
    expected: Text = ""
    got: Text = ""
    hint: Text = ""
    fixes: tuple[dict[str, Any], ...] | None = None
    shapes: dict[str, tuple[int, ...]] | None = None
    axis: int | None = None
    place: TextPlace | None = None


class PlaygroundError(Exception):
    """A problem on its way to whoever asked."""

    def __init__(self, code: str, what: str, **details: Any) -> None:
        super().__init__(what)
        self.problem = Problem(code=code, what=what, **details)

    def with_fixes(self, fixes: Iterable[dict[str, Any]]) -> Self:
        """The same with ways out, if there are any."""
        return type(self)(**{**dict(self.problem), "fixes": tuple(fixes) or None})


class InvalidError(PlaygroundError):
    """The question itself is wrong."""


class UnknownError(PlaygroundError):
    """The question is fine, but it names something that does not exist."""


class ConflictError(PlaygroundError):
    """The thing exists, but is in a state that does not allow this."""


class BusyError(PlaygroundError):
    """Too much is waiting already; ask again later."""
