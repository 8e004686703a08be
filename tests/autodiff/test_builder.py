"""A graph in the making: what is the same is one node, and each operation has a name of its own."""

import pytest

from app.autodiff.builder import MOST_NODES, Builder
from app.autodiff.graph import CONSTANT, VARIABLE
from app.errors import InvalidError

NOWHERE = slice(0, 0)


def test_the_same_is_one_node_but_zero_and_minus_zero_are_two() -> None:
    builder = Builder("")
    x = builder.add(VARIABLE, (), "x", NOWHERE)
    assert builder.add(VARIABLE, (), "x", NOWHERE) == x
    assert builder.add("multiply", (x, x), "*", NOWHERE) == builder.add("multiply", (x, x), "*", NOWHERE)
    zeros = [builder.add(CONSTANT, (), "0", NOWHERE, number) for number in (0.0, -0.0, 0.0)]
    assert zeros[0] == zeros[2] != zeros[1]


def test_operations_are_named_around_the_variables_and_other_names() -> None:
    builder = Builder("")
    node = builder.add(VARIABLE, (), "x2", NOWHERE)
    for _ in range(4):
        node = builder.add("negative", (node,), "-", NOWHERE)
    assert [node.name for node in builder.graph(["x4"]).nodes] == ["x2", "x1", "x3", "x5", "result"]


def test_there_is_a_limit() -> None:
    builder = Builder("")
    node = builder.add(VARIABLE, (), "x", NOWHERE)
    for _ in range(MOST_NODES - 1):
        node = builder.add("negative", (node,), "-", NOWHERE)
    with pytest.raises(InvalidError, match="more than 200 nodes"):
        builder.add("negative", (node,), "-", NOWHERE)
