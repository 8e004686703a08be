"""Operations: what is done to each number, or to each pair of numbers that meet, and how it is written."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from app.errors import InvalidError
from app.tensors.spelling import Tensor


@dataclass(frozen=True)
class Operation:
    """One operation on tensors."""

    apply: Callable[..., Any]
    numpy: str
    """As an expression of `a` and, if it takes two, of `b`."""
    keras: str
    """Its name in `keras.ops`."""

    @property
    def takes(self) -> int:
        """Number of its operands."""
        return 2 if re.search(r"\bb\b", self.numpy) else 1

    def written(self, *operands: str) -> str:
        """The expression with a and b replaced; a negative number beside a sign stands in brackets."""
        texts = dict(zip("ab", operands, strict=False))
        return re.sub(
            r"(?P<sign>[-+*/%<>=] ?)?\b(?P<name>[ab])\b(?P<power> \*\*)?", partial(filled, texts), self.numpy
        )


def filled(texts: Mapping[str, str], found: re.Match[str]) -> str:
    """The text for one name of an expression, with what stands beside it."""
    sign, power, text = found["sign"] or "", found["power"] or "", texts[found["name"]]
    return f"{sign}({text}){power}" if (sign or power) and text.startswith("-") else f"{sign}{text}{power}"


def relu(a: Tensor) -> Tensor:
    """Numbers below 0 become 0."""
    return np.asarray(np.maximum(a, 0))


def sigmoid(a: Tensor) -> Tensor:
    """Every number squeezed between 0 and 1."""
    return np.asarray(1 / (1 + np.exp(-a)))


OPERATIONS: Mapping[str, Operation] = {
    "add": Operation(np.add, "a + b", "add"),
    "subtract": Operation(np.subtract, "a - b", "subtract"),
    "multiply": Operation(np.multiply, "a * b", "multiply"),
    "divide": Operation(np.divide, "a / b", "divide"),
    "power": Operation(np.power, "a ** b", "power"),
    "mod": Operation(np.mod, "a % b", "mod"),
    "floor_divide": Operation(np.floor_divide, "a // b", "floor_divide"),
    "maximum": Operation(np.maximum, "np.maximum(a, b)", "maximum"),
    "minimum": Operation(np.minimum, "np.minimum(a, b)", "minimum"),
    "greater": Operation(np.greater, "a > b", "greater"),
    "less": Operation(np.less, "a < b", "less"),
    "greater_equal": Operation(np.greater_equal, "a >= b", "greater_equal"),
    "less_equal": Operation(np.less_equal, "a <= b", "less_equal"),
    "equal": Operation(np.equal, "a == b", "equal"),
    "not_equal": Operation(np.not_equal, "a != b", "not_equal"),
    "relu": Operation(relu, "np.maximum(a, 0)", "relu"),
    "exp": Operation(np.exp, "np.exp(a)", "exp"),
    "log": Operation(np.log, "np.log(a)", "log"),
    "square": Operation(np.square, "np.square(a)", "square"),
    "sigmoid": Operation(sigmoid, "1 / (1 + np.exp(-a))", "sigmoid"),
    "tanh": Operation(np.tanh, "np.tanh(a)", "tanh"),
}


def applied(op: str, *operands: Tensor) -> Tensor:
    """NumPy's own answer; a division by zero is an answer, too.

    Errors: `no_such_loop` where NumPy refuses the dtypes, as it does the difference of two booleans.
    """
    try:
        with np.errstate(all="ignore"):
            return np.asarray(OPERATIONS[op].apply(*operands))
    except TypeError as refusal:
        raise no_such_loop(op, operands) from refusal


def no_such_loop(op: str, operands: tuple[Tensor, ...]) -> InvalidError:
    """What to say about dtypes that an operation does not take."""
    dtypes = " and ".join(str(operand.dtype) for operand in operands)
    return InvalidError(
        "no_such_loop",
        f"NumPy has no {op} for {dtypes}.",
        expected="numbers",
        got=dtypes,
        hint="Write 0 and 1 instead of false and true.",
    )
