"""The table of operations: all that an expression can do."""

from collections.abc import Mapping

from app.autodiff.operations.arithmetic import ARITHMETIC
from app.autodiff.operations.functions import FUNCTIONS
from app.autodiff.operations.losses import LOSSES
from app.autodiff.operations.operation import Operation
from app.autodiff.operations.reductions import REDUCTIONS

OPERATIONS: Mapping[str, Operation] = {
    operation.name: operation for operation in (*ARITHMETIC, *FUNCTIONS, *REDUCTIONS, *LOSSES)
}
ALIASES: Mapping[str, str] = {
    "dot": "matmul",
    "pow": "power",
    "max": "maximum",
    "min": "minimum",
    "reduce_sum": "sum",
    "reduce_mean": "mean",
    "categorical_crossentropy": "cross_entropy",
}
"""Other names under which NumPy, Keras or a textbook calls them."""


def called(name: str) -> Operation | None:
    """The operation that a function's name stands for."""
    return OPERATIONS.get(ALIASES.get(name, name))
