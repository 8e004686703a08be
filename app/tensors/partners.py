"""Partners: the one or two tensors that an operation is done to, or why they are not the right ones."""

from pydantic import BaseModel

from app.errors import InvalidError
from app.tensors.fixes import fix, tensor_of
from app.tensors.operand import Operand
from app.tensors.operations import OPERATIONS
from app.tensors.spelling import Shape, Tensor, spelt, words


class OperationQuestion(BaseModel):
    """An operation and its operands, as a question of a lesson has them."""

    op: str
    a: Operand
    b: Operand | None = None


def operands_of(question: OperationQuestion) -> tuple[Tensor, ...]:
    """The operands, as many as the operation takes, and numbers that it can be done to.

    Errors: `missing_operand`, `one_operand_too_many` and `negative_integer_power`, with fixes.
    """
    takes = OPERATIONS[question.op].takes
    operands = tuple(tensor_of(question, name) for name in "ab" if getattr(question, name) is not None)
    if len(operands) < takes:
        raise missing_operand(question, operands[0].shape)
    if len(operands) > takes:
        raise one_operand_too_many(question)
    if question.op == "power" and needs_fractions(*operands):
        raise negative_integer_power(question, operands[0])
    return operands


def needs_fractions(a: Tensor, b: Tensor) -> bool:
    """Whether integers are raised to negative powers."""
    return a.dtype.kind in "iub" and b.dtype.kind == "i" and bool((b < 0).any()) and a.size > 0


def missing_operand(question: OperationQuestion, shape: Shape) -> InvalidError:
    """What to say when there is nothing to pair the numbers with."""
    return InvalidError(
        "missing_operand",
        f"{question.op} pairs the numbers of two tensors, and b is missing.",
        expected="a and b",
        got="a",
        fixes=(fix(f"b with the shape {spelt(shape)}", question, b=Operand(shape=shape)),),
    )


def one_operand_too_many(question: OperationQuestion) -> InvalidError:
    """What to say when an operation on one tensor gets two."""
    return InvalidError(
        "one_operand_too_many",
        f"{question.op} is done to one tensor, and b is given too.",
        expected="a",
        got="a and b",
        fixes=(fix("without b", question, b=None),),
    )


def negative_integer_power(question: OperationQuestion, a: Tensor) -> InvalidError:
    """What to say when the result would be a fraction in a tensor of integers."""
    return InvalidError(
        "negative_integer_power",
        "NumPy raises no integer to a negative power: 2 ** -1 is no integer.",
        expected="floats, or powers of 0 and more",
        got="integers",
        fixes=(fix("a as floats", question, a=Operand(values=words(a.astype(float)))),),
    )
