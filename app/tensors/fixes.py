"""Fixes: ways out of a question that cannot be answered, each a whole question that can."""

import math
from typing import Any

from pydantic import BaseModel

from app.errors import InvalidError
from app.tensors.alignment import Fix, aligned, first_misfit, mismatch, ways_out
from app.tensors.evened import evened, is_tensor
from app.tensors.limits import MOST_FILLED
from app.tensors.operand import Operand
from app.tensors.spelling import Shape, Tensor


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

    Errors: `shapes_do_not_broadcast` with the failing axis and fixes.
    """
    if misfit := first_misfit(a, b):
        raise mismatch(a, b, misfit, reshaped(question, a, b))
    return tuple(axis.result for axis in aligned(a, b))


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
