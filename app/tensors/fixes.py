"""Fixes: ways out of a question that cannot be answered, each a whole question that can."""

import math
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from app.errors import InvalidError
from app.tensors.alignment import Fix, aligned, first_misfit, mismatch, ways_out
from app.tensors.evened import allowed, evened, is_tensor
from app.tensors.limits import MOST_FILLED, check_shape
from app.tensors.operand import Operand, most_elements
from app.tensors.spelling import Shape, Tensor, spelt


def fix(title: str, question: BaseModel, **changes: Any) -> Fix:
    """The question with one change, as a button can hold it."""
    changed = question.model_copy(update=changes)
    return {"title": title, "question": changed.model_dump(mode="json", exclude_none=True)}


def tensor_of(question: BaseModel, name: str) -> Tensor:
    """The tensor that an operand of a question means.

    Errors: those of `Operand.tensor`, called by its name, with questions as fixes in which it is one.
    """
    operand: Operand = getattr(question, name)
    try:
        return operand.tensor(name)
    except InvalidError as refusal:
        raise refusal.with_fixes(evenings(question, name, operand)) from refusal


def evenings(question: BaseModel, name: str, operand: Operand) -> list[Fix]:
    """The question with the operand evened; none where another operand would still be refused."""
    others = [part for field, part in question if isinstance(part, Operand) and field != name]
    ways = evened(operand) if all(map(is_tensor, others)) and not operand.is_real else []
    return [fix(title, question, **{name: way}) for title, way in ways]


def common_shape(question: BaseModel, a: Shape, b: Shape) -> Shape:
    """The shape to which both operands of a question are broadcast.

    Errors: `shapes_do_not_broadcast` with the failing axis and fixes; `too_many_elements` with a fix.
    """
    if misfit := first_misfit(a, b):
        raise mismatch(a, b, misfit, reshaped(question, a, b))
    shape = tuple(axis.result for axis in aligned(a, b))
    check_result(question, shape, lambda smaller: (cut_to(a, smaller), cut_to(b, smaller)))
    return shape


def check_result(question: Any, result: Shape, factors: Callable[[Shape], tuple[Shape, Shape]]) -> None:
    """Refuse a result that is too large to be made; `factors` are the shapes that lead to a smaller one.

    Errors: `too_many_axes` and `too_many_elements`, with smaller operands as fix.
    """
    try:
        check_shape(result, most_elements(question.a, question.b))
    except InvalidError as refusal:
        a, b = factors(allowed(result))
        changes = {"a": Operand(shape=a), "b": Operand(shape=b)}
        smaller = fix(f"the shapes {spelt(a)} and {spelt(b)}", question, **changes)
        raise refusal.with_fixes([smaller]) from refusal


def cut_to(shape: Shape, result: Shape) -> Shape:
    """The shape cut so that it is broadcast to a smaller result."""
    return tuple(min(lengths) for lengths in zip(shape, result[len(result) - len(shape) :], strict=True))


def reshaped(question: BaseModel, a: Shape, b: Shape) -> list[Fix]:
    """Whole questions whose operands fit, each one small change away."""
    found = []
    for way in ways_out(a, b):
        operand: Operand = getattr(question, way.operand)
        if (operand.is_real and way.keeps_values) or math.prod(way.shape) > MOST_FILLED:
            continue
        changed = operand.reshaped(way.shape) if way.keeps_values else Operand(shape=way.shape)
        found.append(fix(way.title, question, **{way.operand: changed}))
    return found
