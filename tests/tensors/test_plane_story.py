"""The way through the layers is told completely and with its real numbers."""

import numpy as np
import pytest

from app.tensors.affine import Affine
from app.tensors.plane_layer import PlaneLayer
from app.tensors.plane_story import PlaneStep, areas, product, story

TURN = PlaneLayer(W=((0, -1), (1, 0)))
MOVE = PlaneLayer(W=((1, 0), (0, 1)), b=(3, 1))
FOLD = PlaneLayer(W=((1, 0), (0, 1)), relu=True)
FAR = PlaneLayer(W=((1, 0), (0, 1)), b=(9, 9), relu=True)


def told(*layers: PlaneLayer, one: Affine | None = None) -> list[PlaneStep]:
    """The steps of these layers."""
    return list(story(layers, one))


def test_a_layer_is_told_by_its_parts() -> None:
    assert [step.kind for step in told(TURN)] == ["points", "linear"]
    assert [step.kind for step in told(MOVE)] == ["points", "linear", "translation"]
    assert [(step.kind, step.layer) for step in told(MOVE, FOLD)] == [
        ("points", None),
        ("linear", 0),
        ("translation", 0),
        ("linear", 1),
        ("relu", 1),
        ("bend", None),
    ]


def test_the_columns_of_w_are_where_the_unit_arrows_go() -> None:
    assert "(1, 0) goes to (0, 1) and (0, 1) to (−1, 0)" in told(TURN)[1].text


def test_layers_that_collapse_show_their_product() -> None:
    last = told(TURN, MOVE, one=TURN.affine.then(MOVE.affine))[-1]
    assert last.kind == "collapse"
    assert "W2·W1 = ((0, −1), (1, 0))" in last.text
    assert "W2·b1 + b2 = (3, 1)" in last.text


def test_a_bend_is_proved_by_three_points() -> None:
    text = told(FOLD)[-1].text
    assert "lies half way between" in text
    assert "half way between those" in text


def test_a_relu_that_bends_nothing_here_is_not_said_to_bend() -> None:
    assert told(FAR)[-1].title == "relu bends nothing here"


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_product_in_letters_is_the_one_in_numbers(count: int) -> None:
    rng = np.random.default_rng(count)
    names, one = {}, Affine(np.eye(2), np.zeros(2))
    for n in range(1, count + 1):
        names[f"W{n}"], names[f"b{n}"] = rng.normal(size=(2, 2)), rng.normal(size=2)
        one = one.then(Affine(names[f"W{n}"], names[f"b{n}"]))
    W, b = (eval(letters, {}, names) for letters in product(count, " @ "))
    assert np.allclose(W, one.W)
    assert np.allclose(b, one.b)


def test_a_determinant_speaks_of_areas() -> None:
    assert areas(0).startswith("The determinant is 0: no area is left")
    assert areas(1) == "The determinant is 1: areas stay as large as they were."
    assert areas(-2) == "The determinant is −2: areas become 2 times as large, and the plane is turned over."
