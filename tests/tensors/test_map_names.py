"""A map is named for what it does."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.tensors.affine import Affine
from app.tensors.map_names import linear_name, matrix, named, number, pair
from app.tensors.spelling import Tensor

ANGLES = st.integers(-179, 180)
SIZES = st.integers(2, 90).map(lambda tenths: tenths / 10)
ENTRIES = st.integers(-40, 40).map(lambda tenths: tenths / 10)


def affine(rows: object, b: tuple[float, float] = (0, 0)) -> Affine:
    """A map from its numbers."""
    return Affine(np.array(rows, float), np.array(b, float))


def turn(angle: float) -> Tensor:
    """The matrix of a rotation, to three decimals, as somebody types it."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return np.round([[cos, -sin], [sin, cos]], 3)


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([[1, 0], [0, 1]], "identity"),
        ([[-1, 0], [0, -1]], "rotation by 180°"),
        ([[2, 0], [0, 2]], "scaling by 2"),
        ([[2, 0], [0, 0.5]], "scaling by 2 along x and 0.5 along y"),
        ([[-2, 0], [0, 3]], "scaling by −2 along x and 3 along y"),
        ([[1, 0], [0, -1]], "reflection across the x axis"),
        ([[-1, 0], [0, 1]], "reflection across the y axis"),
        ([[0, 1], [1, 0]], "reflection across the line at 45°"),
        ([[0, 3], [3, 0]], "reflection across the line at 45° and scaling by 3"),
        ([[1, 1], [-1, 1]], "rotation by −45° and scaling by 1.414"),
        ([[1, 0.7], [0, 1]], "shear along x by 0.7"),
        ([[1, 0], [-0.5, 1]], "shear along y by −0.5"),
        ([[1.5, -0.5], [0.5, 0.5]], "shear along the line at 45° by 1"),
        ([[1, 0], [0, 0]], "projection onto the x axis"),
        ([[0, 0], [0, 4]], "flattening onto the y axis"),
        ([[0.5, 0.5], [0.5, 0.5]], "projection onto the line at 45°"),
        ([[0, 0], [0, 0]], "everything to one point"),
        ([[0, -1], [2, 0]], "scaling by 2 along the x axis and 1 across it, then rotation by 90°"),
        ([[1, 2], [2, 1]], "scaling by 3 along the line at 45° and −1 across it"),
    ],
)
def test_a_matrix_has_the_name_of_what_it_does(rows: object, name: str) -> None:
    assert linear_name(affine(rows)) == name


def test_a_translation_is_said_last_and_alone_where_nothing_else_happens() -> None:
    assert named(affine([[1, 0], [0, 1]], (1, -2))) == "translation by (1, −2)"
    assert named(affine([[2, 0], [0, 2]], (0, 1))) == "scaling by 2, then translation by (0, 1)"
    assert named(affine([[2, 0], [0, 2]])) == "scaling by 2"


@given(ANGLES)
def test_a_rotation_of_three_decimals_is_known_by_its_angle(angle: int) -> None:
    assume(angle != 0)
    name = linear_name(affine(turn(angle)))
    assert name.startswith("rotation by ")
    told = float(name.removeprefix("rotation by ").removesuffix("°").replace("−", "-"))
    assert abs(told - angle) <= 0.1


@given(ENTRIES, ENTRIES, ENTRIES, ENTRIES)
def test_what_is_said_of_any_matrix_is_enough_to_make_it_again(
    a: float, b: float, c: float, d: float
) -> None:
    wanted = affine([[a, b], [c, d]])
    name = linear_name(wanted)
    assume(" across it" in name)
    stretch, _, turned = name.partition(", then rotation by ")
    along, _, across = stretch.partition(" and ")
    size, _, at = along.removeprefix("scaling by ").partition(" along ")
    line = {"the x axis": 0.0, "the y axis": 90.0}.get(at) or float(at.strip("the linaxsy°") or 0)
    scaled = np.diag([plain(size), plain(across.removesuffix(" across it"))])
    made = exact(plain(turned.rstrip("°") or "0")) @ exact(line) @ scaled @ exact(-line)
    assert np.allclose(made, wanted.W, atol=0.05)


def plain(text: str) -> float:
    """A number as it is read, as a number."""
    return float(text.replace("−", "-").replace(",", ""))


def exact(angle: float) -> Tensor:
    """The matrix of a rotation."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return np.array([[cos, -sin], [sin, cos]])


def test_numbers_have_a_real_minus_and_no_minus_zero() -> None:
    assert [number(value) for value in (-1.5, -0.0, -0.0001, 2.0, 1234.5)] == [
        "−1.5",
        "0",
        "0",
        "2",
        "1,234.5",
    ]
    assert pair(np.array([1, -0.25])) == "(1, −0.25)"
    assert matrix(np.eye(2)) == "((1, 0), (0, 1))"
