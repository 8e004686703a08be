"""Three readings of one product: each tells the same numbers in another order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as npst

from app.tensors.handshake import Handshake
from app.tensors.readings import MOST_NARRATED, Reading, cell_sentence, told
from app.tensors.spelling import Shape

A = np.array([[1, 2], [3, -4]])
B = np.array([[5, 0], [-6, 7]])
SHAPES = npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)


@pytest.mark.parametrize(
    ("reading", "title", "text", "lines"),
    [
        (
            "row_column",
            "a[0, :] · b[:, 0]",
            "result[0, 0] = 1 × 5 + 2 × (-6) = -7",
            ((0, None), (None, 0), (0, 0)),
        ),
        (
            "outer_products",
            "a[:, 0] ⊗ b[0, :]",
            "Each number of a[:, 0] times each of b[0, :] is added to the result.",
            ((None, 0), (0, None), (None, None)),
        ),
        (
            "columns",
            "result[:, 0]",
            "result[:, 0] = 5 × a[:, 0] + -6 × a[:, 1]",
            ((None, None), (None, 0), (None, 0)),
        ),
    ],
)
def test_each_reading_begins_in_its_own_way(reading: Reading, title: str, text: str, lines: object) -> None:
    first = next(told(reading, A, B, A @ B))
    assert (first.title, first.text) == (title, text)
    assert (first.a, first.b, first.result) == lines


def test_outer_products_add_up_to_the_result() -> None:
    steps = list(told("outer_products", A, B, A @ B))
    assert [step.so_far and step.so_far.values for step in steps] == [[[5, 0], [15, 0]], (A @ B).tolist()]


@given(SHAPES, SHAPES)
def test_the_last_outer_product_completes_the_result_of_any_rank(a: Shape, b: Shape) -> None:
    x, y = np.arange(np.prod(a)).reshape(a), np.arange(np.prod(b)).reshape(b)
    if not Handshake(a, b).fits:
        return
    result = np.asarray(np.dot(x, y))
    steps = list(told("outer_products", x, y, result))
    assert not steps or steps[-1].so_far is None or steps[-1].so_far.values == result.tolist()


@pytest.mark.parametrize("reading", ["row_column", "outer_products", "columns"])
def test_what_is_not_told_is_counted(reading: Reading) -> None:
    a = np.arange(900).reshape(30, 30)
    *steps, last = told(reading, a, a, a @ a)
    left = (900 if reading == "row_column" else 30) - MOST_NARRATED
    assert (len(steps), last.kind) == (MOST_NARRATED, "others")
    assert last.text == f"The other {left} in the same way."


def test_a_long_sum_is_not_written_out() -> None:
    a = np.arange(28)
    text = cell_sentence(Handshake((28,), (28,)), a, a, a @ a, ())
    assert text.endswith("+ 5 × 5 + … (28 terms) = 6930")
