"""Shapes without a dot product come with small changes that have one."""

from hypothesis import given
from hypothesis.extra import numpy as npst

from app.tensors.handshake import Handshake
from app.tensors.no_handshake import Factors, no_handshake
from app.tensors.operand import Operand
from app.tensors.spelling import Shape

SHAPES = npst.array_shapes(min_dims=1, max_dims=4, min_side=0, max_side=4)


def refused(a: Operand, b: Operand) -> dict[str, Factors]:
    """The ways out by their titles."""
    hands = Handshake(a.tensor().shape, b.tensor().shape)
    problem = no_handshake(Factors(a=a, b=b), hands).problem
    return {way["title"]: Factors.model_validate(way["question"]) for way in problem.fixes or ()}


@given(SHAPES, SHAPES)
def test_every_way_out_leads_to_an_answer(a: Shape, b: Shape) -> None:
    if Handshake(a, b).fits:
        return
    ways = refused(Operand(shape=a), Operand(shape=b))
    assert 1 <= len(ways) <= 3
    for fixed in ways.values():
        assert Handshake(fixed.a.tensor().shape, fixed.b.tensor().shape).fits


def test_the_smallest_change_comes_first() -> None:
    ways = refused(Operand(shape=(2, 3)), Operand(values=[[1, 2, 3], [4, 5, 6]]))
    assert list(ways) == ["b.T", "a.T", "b.reshape((3, 2))"]
    assert ways["b.T"].b.values == [[1, 4], [2, 5], [3, 6]]
    assert ways["b.reshape((3, 2))"].b.values == [[1, 2], [3, 4], [5, 6]]


def test_operands_in_the_wrong_order_are_exchanged() -> None:
    assert "np.dot(b, a)" in refused(Operand(shape=(4, 2)), Operand(shape=(3, 4)))


def test_what_meets_what_is_said() -> None:
    hands = Handshake((2, 3), (4, 2))
    problem = no_handshake(Factors(a=Operand(shape=(2, 3)), b=Operand(shape=(4, 2))), hands).problem
    assert problem.what == "A row of a has 3 numbers and a column of b has 4."
    assert problem.expected == "a.shape[1] == b.shape[0]"
    assert (problem.axis, problem.shapes) == (1, {"a": (2, 3), "b": (4, 2)})
