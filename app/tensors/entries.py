"""Entries: an operand that may also hold strings."""

from collections.abc import Iterator
from typing import Any

from app.tensors.nested import NON_FINITE, text, typed
from app.tensors.operand import Operand
from app.tensors.spelling import Tensor


class Entries(Operand):
    """A tensor of up to 6 axes: up to 4,096 typed numbers or strings, or a shape filled with 0, 1, 2."""

    def tensor(self) -> Tensor:
        """The tensor that is meant.

        Errors: `ragged`, `not_a_number`, `not_a_string`, `too_many_axes`, `too_many_elements`.
        """
        if self.holds_strings:
            return typed(self.values, text)
        return super().tensor()

    @property
    def holds_strings(self) -> bool:
        """Whether the first entry is a string, and none that stands for a number."""
        first = next(leaves(self.values), None)
        return isinstance(first, str) and first not in NON_FINITE


def leaves(values: Any) -> Iterator[Any]:
    """Everything that is no list, from the first to the last."""
    if not isinstance(values, list):
        yield values
        return
    for entry in values:
        yield from leaves(entry)
