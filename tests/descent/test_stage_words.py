"""What is said about a stage has its real numbers."""

import numpy as np
import pytest

from app.descent.recipes import recipes
from app.descent.stage_words import said
from app.network.spec import HiddenLayer, Spec
from tests.descent.steps import step_of

SPEC = Spec(hidden=(HiddenLayer(units=12), HiddenLayer(units=8, activation="tanh")), batch_size=32)
TRAINING = step_of(SPEC)
ABOVE = f"{np.mean(TRAINING.tensor('Z1') > 0):.0%}"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("X", "becomes a row of 784 between 0 and 1: (32, 784)."),
        ("Z1", "(32, 784) · (784, 12) → (32, 12): 301,056 multiply-adds. Then b1 is added to each row."),
        ("A1", f"{ABOVE} of Z1 is above 0 and stays; the rest becomes 0."),
        ("A2", "tanh bends each number on its own; here they lie between −"),
        ("P", "32 images the most probable class is the label."),
        ("loss", "The mean of the 32 losses is "),
        ("dZ3", "over 32. (32, 10), as Z3."),
        (
            "dW2",
            "(12, 32) · (32, 8) → (12, 8): 3,072 multiply-adds. Each number is the sum of 32 contributions",
        ),
        ("db2", "b2 was added to each of 32 rows, so its gradient is their sum: (8,), as b2."),
        ("dA1", "(32, 8) · (8, 12) → (32, 12): 3,072 multiply-adds. What goes back to A1"),
        ("dZ1", f"{ABOVE} of Z1 is above 0: there the gradient passes, elsewhere it stops."),
        ("dZ2", "The gradient times the slope of tanh"),
    ],
)
def test_it_tells_shapes_costs_and_shares(name: str, words: str) -> None:
    assert words in said(TRAINING, TRAINING.tensors, recipes(SPEC)[name])
