"""Real tensors: where a question names some of a run, their numbers are put into it before it is answered."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

from app.errors import PlaygroundError
from app.tensors.fixes import fix
from app.tensors.operand import Operand

MOST_FIXES = 3
Question = TypeVar("Question", bound=BaseModel)


class Find(Protocol):
    """Where the tensors of runs are found."""

    def __call__(self, operand: Operand) -> Operand:
        """The same with its numbers."""

    def instead(self, operand: Operand) -> Iterator[tuple[str, Operand]]:
        """What there is of one that is not found, the most similar first, each with what to call it."""


def with_numbers(question: Question, find: Find) -> Question:
    """The question with the numbers of all tensors of a run that it names.

    Errors: those of `find`, with questions as fixes in which there is such a tensor.
    """

    def found(operand: Operand) -> Operand:
        try:
            return find(operand)
        except PlaygroundError as refusal:
            raise refusal.with_fixes(ways_out(question, operand, find)) from refusal

    return question.model_copy(update=changes(question, found))


def ways_out(question: BaseModel, operand: Operand, find: Find) -> list[dict[str, Any]]:
    """The question with another tensor, run or step; what comes from the same step goes along."""

    def follow(other: Operand, way: Operand) -> Operand:
        if (other.run, other.step) != (operand.run, operand.step):
            return other
        named = way if other.name == operand.name else other
        return Operand(name=named.name, slice=named.slice, run=way.run, step=way.step)

    ways = list(find.instead(operand))[:MOST_FIXES]
    return [
        fix(title, question, **changes(question, lambda other, way=way: follow(other, way)))  # type: ignore[misc]
        for title, way in ways
    ]


def changes(question: BaseModel, change: Callable[[Operand], Operand]) -> dict[str, Any]:
    """The fields of a question that hold tensors of a run, changed."""
    return {name: changed(part, change) for name, part in question if names_real(part)}


def names_real(part: Any) -> bool:
    """Whether a part of a question is a tensor of a run, or has one among its tensors."""
    if isinstance(part, dict):
        return any(map(names_real, part.values()))
    return isinstance(part, Operand) and part.is_real


def changed(part: Any, change: Callable[[Operand], Operand]) -> Any:
    """The part with its tensors of a run changed."""
    if isinstance(part, dict):
        return {name: changed(inner, change) for name, inner in part.items()}
    return change(part) if names_real(part) else part
