"""The table, walked through: every operation, every derivative, every spelling."""

import re

import numpy as np
import pytest

from app.autodiff.operations.operation import code
from app.autodiff.operations.table import ALIASES, OPERATIONS, called
from app.network.backend import tf
from app.tensors.spelling import Tensor

A = np.array([[0.5, 1.5, 2.5], [0.25, 0.75, 3.0]])
B = np.array([[1.25, 0.5, 0.125], [2.0, 1.0, 0.5]])
H = 1e-6


def operands(op: str) -> tuple[Tensor, ...]:
    """Positive matrices without ties that fit."""
    return (A, B.T if op == "matmul" else B)[: OPERATIONS[op].arity]


def filled(text: str) -> str:
    """A template with its own letters for names."""
    return re.sub(r"\{(\w)\}", r"\1", text)


@pytest.mark.parametrize("op", sorted(OPERATIONS))
def test_the_shape_is_known_before_the_value(op: str) -> None:
    given = operands(op)
    assert OPERATIONS[op].shape(*(each.shape for each in given)) == OPERATIONS[op](*given).shape


@pytest.mark.parametrize("op", sorted(OPERATIONS))
def test_its_spellings_compute_it(op: str) -> None:
    given = operands(op)
    shapes = [each.shape for each in given]
    expected = OPERATIONS[op](*given)
    by_numpy = eval(
        filled(code(OPERATIONS[op].numpy, *shapes)), {"np": np, **dict(zip("ab", given, strict=False))}
    )
    np.testing.assert_allclose(by_numpy, expected)
    tensors = {name: tf.constant(each) for name, each in zip("ab", given, strict=False)}
    by_tf = eval(filled(code(OPERATIONS[op].tensorflow, *shapes)), {"tf": tf, **tensors})
    np.testing.assert_allclose(by_tf.numpy(), expected)


@pytest.mark.parametrize("op", sorted(OPERATIONS))
def test_each_derivative_is_what_is_measured_and_what_its_rule_says(op: str) -> None:
    operation, given = OPERATIONS[op], operands(op)
    y = operation(*given)
    g = np.random.default_rng(0).uniform(0.5, 2, y.shape)
    names = {"np": np, "g": g, "y": y, **dict(zip("ab", given, strict=False))}
    for operand, derivative in enumerate(operation.derivatives):
        gradient = operation.back(operand, g, y, *given)
        rule = code(derivative.rule, *(each.shape for each in given))
        np.testing.assert_allclose(eval(filled(rule), names), gradient)
        np.testing.assert_allclose(gradient, measured(op, operand, g), rtol=1e-6, atol=1e-8)
        if operation.elementwise:
            np.testing.assert_allclose(g * eval(filled(derivative.local), names), gradient)


def measured(op: str, operand: int, g: Tensor) -> Tensor:
    """How much sum(g * y) moves for each number of an operand."""
    given = operands(op)
    found = np.empty_like(given[operand])
    for place in np.ndindex(found.shape):
        ends = []
        for step in (H, -H):
            moved = given[operand].copy()
            moved[place] += step
            ends.append((g * OPERATIONS[op](*given[:operand], moved, *given[operand + 1 :])).sum())
        found[place] = (ends[0] - ends[1]) / (2 * H)
    return found


def test_other_names_lead_to_operations() -> None:
    assert all(called(alias) is OPERATIONS[name] for alias, name in ALIASES.items())
    assert not ALIASES.keys() & OPERATIONS.keys()
    assert called("abs") is OPERATIONS["abs"]
    assert called("os") is None
