"""The tape gives TensorFlow's own value and gradients, for every operation of the table."""

import numpy as np

from app.autodiff.operations.table import OPERATIONS as TABLE
from app.network.tape import OPERATIONS, Instruction, differentiated

LINE: list[Instruction] = [
    ("variable", (), "x"),
    ("constant", (), 5.0),
    ("multiply", (1, 0), None),
    ("constant", (), 2.0),
    ("add", (2, 3), None),
]
PRODUCT: list[Instruction] = [("variable", (), "x"), ("variable", (), "W"), ("matmul", (0, 1), None)]


def test_it_knows_every_operation_of_an_expression_and_no_other() -> None:
    assert set(OPERATIONS) == set(TABLE)


def test_the_chapters_line_has_the_gradient_5_of_the_shape_of_its_variable() -> None:
    value, gradients = differentiated(LINE, {"x": 3}, ["x"])
    assert np.array_equal([value, gradients["x"]], [17, 5])
    value, gradients = differentiated(LINE, {"x": np.ones((2, 2))}, ["x"])
    assert np.array_equal(value, np.full((2, 2), 7.0))
    assert np.array_equal(gradients["x"], np.full((2, 2), 5.0))


def test_a_vector_meets_a_matrix() -> None:
    value, gradients = differentiated(PRODUCT, {"x": [1, 2], "W": [[1, 2], [3, 4]]}, ["W"])
    assert np.array_equal(value, [7, 10])
    assert np.array_equal(gradients["W"], [[1, 1], [2, 2]])
