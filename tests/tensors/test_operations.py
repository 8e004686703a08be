"""An operation is applied as NumPy does, and is written as code that does the same."""

from typing import Any

import numpy as np
import pytest

from app.errors import InvalidError
from app.tensors.operations import OPERATIONS, applied

A = np.array([[1.5, -2.0, 0.25]])
B = np.array([[2.0], [0.5]])


@pytest.mark.parametrize("op", sorted(OPERATIONS))
def test_its_expression_computes_what_it_applies(op: str) -> None:
    operands = (A, B)[: OPERATIONS[op].takes]
    with np.errstate(all="ignore"):
        expected = eval(OPERATIONS[op].numpy, {"np": np, "a": A, "b": B})
    assert np.array_equal(applied(op, *operands), expected, equal_nan=True)


def test_the_table_of_the_chapter_is_there() -> None:
    signs = {operation.numpy[2:-2] for operation in OPERATIONS.values() if operation.numpy.startswith("a ")}
    assert signs == {"+", "-", "*", "/", "**", "%", "//", ">", "<", ">=", "<=", "==", "!="}


@pytest.mark.parametrize(
    ("op", "operands", "written"),
    [
        ("add", ("-1", "2"), "-1 + 2"),
        ("subtract", ("1", "-2"), "1 - (-2)"),
        ("power", ("-1", "-2"), "(-1) ** -2"),
        ("sigmoid", ("-3",), "1 / (1 + np.exp(-(-3)))"),
        ("relu", ("-3",), "np.maximum(-3, 0)"),
        ("maximum", ("a[0, 1]", "b[1]"), "np.maximum(a[0, 1], b[1])"),
    ],
)
def test_it_is_written_with_other_names_or_numbers(op: str, operands: Any, written: str) -> None:
    assert OPERATIONS[op].written(*operands) == written


def test_what_numpy_refuses_is_said() -> None:
    with pytest.raises(InvalidError) as refused:
        applied("subtract", np.array(True), np.array(False))
    assert refused.value.problem.code == "no_such_loop"
    assert refused.value.problem.got == "bool and bool"
