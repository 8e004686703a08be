"""The parser reads what an expression means, and refuses everything else: nothing is ever evaluated."""

import math
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.autodiff.forward import forward
from app.autodiff.operations.table import OPERATIONS
from app.autodiff.parser import parse
from app.errors import InvalidError

NAMES = {"x": np.array(1.5), "w": np.array(-0.5), "b": np.array(2.0)}
FUNCTIONS: dict[str, Any] = {name: getattr(np, name) for name in ("exp", "sin", "tanh", "maximum")}
NUMBER = r"\d*\.?\d+(e-1)?"
TEXTS = st.recursive(
    st.sampled_from([*NAMES, "2", "0.5", "-3", "1e-1", ".25"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", " - ", "*", " / ", "**"]), inner).map("".join),
        inner.map("({})".format),
        inner.map("-{}".format),
        inner.map("+ {}".format),
        st.tuples(st.sampled_from(["exp", "sin", "tanh"]), inner).map(lambda call: f"{call[0]}({call[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"maximum({pair[0]}, {pair[1]})"),
    ),
    max_leaves=12,
)


@given(TEXTS)
def test_it_means_what_python_means(text: str) -> None:
    with np.errstate(all="ignore"):
        numbers = {name: np.float64(value) for name, value in NAMES.items()}
        expected = eval(re.sub(NUMBER, r"f(\g<0>)", text), {**FUNCTIONS, **numbers, "f": np.float64})
    found = forward(parse(text, NAMES), NAMES)[-1]
    assert np.isclose(found, expected, rtol=1e-12, equal_nan=True)


def test_a_repeated_part_is_one_node_and_a_number_keeps_its_sign() -> None:
    graph = parse("(x*w) + sin(x*w) - -3")
    assert [node.label for node in graph.nodes] == ["x", "w", "*", "sin", "+", "-3", "-"]
    assert graph.nodes[2].place == 1
    assert [node.number for node in graph.nodes if node.op == "constant"] == [-3]


def test_every_operation_can_be_called_by_its_name_and_some_by_others() -> None:
    for name, operation in OPERATIONS.items():
        assert parse(f"{name}({', '.join('xy'[: operation.arity])})").nodes[-1].op == name
    assert parse("dot(x, W)").nodes[-1].op == parse("matmul(x, W)").nodes[-1].op == "matmul"
    assert parse("reduce_sum(x)").nodes[-1].op == "sum"


def test_blanks_and_lines_do_not_matter_and_places_stay() -> None:
    graph = parse(" \n x *\tw", NAMES)
    assert [node.place for node in graph.nodes] == [3, 7, 3]


@pytest.mark.parametrize(
    ("expression", "code", "marked"),
    [
        ("x + y_tru", "unknown_name", "y_tru"),
        ("1 + sigmod(x)", "unknown_function", "sigmod"),
        ("abs + 1", "unknown_name", "abs"),
        ("x(w)", "unknown_function", "x"),
        ("x + max(w)", "wrong_number_of_operands", "max"),
        ("abs(x, w)", "wrong_number_of_operands", "abs"),
        ("x // w", "unknown_syntax", "x // w"),
        ("x, w", "unknown_syntax", "x, w"),
        ("()", "unknown_syntax", "()"),
        ("abs(*x)", "unknown_syntax", "*x"),
        ("abs(**x)", "unknown_syntax", "abs(**x)"),
        ("result + x", "reserved_name", "result"),
        ("grad_x + x", "reserved_name", "grad_x"),
    ],
)
def test_a_refusal_points_at_its_place(expression: str, code: str, marked: str) -> None:
    with pytest.raises(InvalidError) as refused:
        parse(expression, NAMES)
    problem = refused.value.problem
    assert problem.place
    assert (problem.code, expression[problem.place.start : problem.place.end]) == (code, marked)


def test_huge_numbers_are_refused_or_infinite() -> None:
    for expression in ("1e999", "9" * 400, "-" + "9" * 400):
        with pytest.raises(InvalidError, match="too large"):
            parse(expression)
    assert forward(parse("10**10**10"), {})[-1] == math.inf


def test_as_deep_as_the_limit_of_nodes_is_deep_enough() -> None:
    assert len(parse("-" * 198 + "x").nodes) == 199
    with pytest.raises(InvalidError, match="more than 200 nodes"):
        parse("-" * 499 + "x")
