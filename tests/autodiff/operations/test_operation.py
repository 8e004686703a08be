"""An operation stands beside its derivatives and its spellings, and is computed without a warning."""

import numpy as np

from app.autodiff.operations.operation import Derivative, code
from app.autodiff.operations.table import OPERATIONS


def test_the_rule_is_upstream_times_the_local_derivative_unless_said_otherwise() -> None:
    rules = [Derivative(local, np.multiply).rule for local in ("1", "-1", "{b}")]
    assert rules == ["{g}", "-{g}", "{g} * {b}"]
    assert Derivative("{b}", np.multiply, whole="{g} @ {b}.T").rule == "{g} @ {b}.T"


def test_a_spelling_may_depend_on_the_shapes() -> None:
    assert code("{a}") == "{a}"
    assert code(lambda a, b: f"{len(a)} and {len(b)}", (2, 3), (3,)) == "2 and 1"


def test_a_division_by_zero_is_an_answer() -> None:
    divide, one, zero = OPERATIONS["divide"], np.array(1.0), np.array(0.0)
    y = divide(one, zero)
    assert y == np.inf
    assert divide.back(0, one, y, one, zero) == np.inf


def test_an_operation_knows_how_many_operands_it_takes() -> None:
    assert (OPERATIONS["relu"].arity, OPERATIONS["matmul"].arity) == (1, 2)
    assert OPERATIONS["relu"].elementwise
    assert not OPERATIONS["softmax"].elementwise
