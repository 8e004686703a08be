"""Entries: an operand that may also hold strings."""

from app.tensors.nested import NON_FINITE, leaves, string, typed
from app.tensors.operand import Operand
from app.tensors.spelling import Tensor


class Entries(Operand):
    """A tensor of up to 6 axes: up to 4,096 typed numbers or strings, or a shape filled with 0, 1, 2."""

    def tensor(self, where: str = "values") -> Tensor:
        """The tensor that is meant; a refusal calls it `where`.

        Errors: `not_a_string` and those of `Operand.tensor`.
        """
        if self.holds_strings:
            return typed(self.values, where, string)
        return super().tensor(where)

    @property
    def holds_strings(self) -> bool:
        """Whether the first entry is a string, and none that stands for a number."""
        first = next(leaves(self.values), None)
        return isinstance(first, str) and first not in NON_FINITE
