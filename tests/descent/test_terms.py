"""The terms of any number add up to it, and are named as NumPy names them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.descent.recipes import recipes
from app.descent.terms import element
from app.descent.update import constants_of, every_tensor
from app.errors import InvalidError
from app.network.spec import Adam, HiddenLayer, Spec
from tests.descent.steps import step_of

SPEC = Spec(
    hidden=(HiddenLayer(units=12), HiddenLayer(units=8, activation="tanh")), optimizer=Adam(), batch_size=32
)
TRAINING = step_of(SPEC)
TENSORS, RECIPES, SETTINGS = every_tensor(TRAINING), recipes(SPEC), constants_of(TRAINING)


@settings(max_examples=150)
@given(st.data())
def test_the_terms_of_a_number_add_up_to_it(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(RECIPES)))
    tensor = TENSORS[name]
    index = tuple(data.draw(st.integers(0, length - 1)) for length in tensor.shape)
    told = element(RECIPES[name], TENSORS, SETTINGS, index)
    assert told.value == tensor[index]
    assert told.text.startswith(f"{name}[" if index else name)
    if RECIPES[name].kind in {"dot", "sum"}:
        assert np.sum(told.terms) + (told.plus or 0) == pytest.approx(told.value, abs=1e-5)
        assert np.array_equal(eval(told.a or "", {**TENSORS}), told.left or told.terms)
    if RECIPES[name].kind == "dot":
        assert np.array_equal(eval(told.b or "", {**TENSORS}), told.right)
        assert np.allclose(np.multiply(told.left, told.right), told.terms)
        assert len(told.terms) == {"pixels": 784, "images": 32, "classes": 10}.get(
            told.over or "", len(told.terms)
        )


@pytest.mark.parametrize(
    ("name", "index", "text"),
    [
        ("Z1", (3, 7), "Z1[3, 7] = X[3, :] · W1[:, 7] + b1[7] = 784 terms: "),
        ("dW1", (300, 7), "dW1[300, 7] = X[:, 300] · dZ1[:, 7] = 32 terms = "),
        ("dA2", (3, 7), "dA2[3, 7] = dZ3[3, :] · W3[7, :] = 10 terms = "),
        ("db3", (4,), "db3[4] = dZ3[:, 4] added up = 32 terms = "),
        ("A1", (3, 7), "A1[3, 7] = maximum(Z1[3, 7], 0) = maximum("),
        ("P", (3, 7), "P[3, 7] = exp(Z3[3, 7]) / sum of exp(Z3[3, :]) = "),
        ("losses", (3,), "losses[3] = −log(P[3, "),
        ("loss", (), "loss = mean of losses = "),
        (
            "new_W1",
            (3, 7),
            "new_W1[3, 7] = W1[3, 7] − rate * new_m_W1[3, 7] / (sqrt(new_v_W1[3, 7]) + 1e-7) = ",
        ),
        ("new_m_b1", (2,), "new_m_b1[2] = m_b1[2] + (1 − beta_1) * (db1[2] − m_b1[2]) = 0 + (1 − 0.9) * ("),
    ],
)
def test_a_number_is_told_in_a_sentence(name: str, index: tuple[int, ...], text: str) -> None:
    assert element(RECIPES[name], TENSORS, SETTINGS, index).text.startswith(text)


def test_no_setting_is_left_without_its_number() -> None:
    text = element(RECIPES["new_W1"], TENSORS, SETTINGS, (300, 7)).text
    assert " − 3.16e−4 * " in text.rpartition(" = ")[0]  # 0.001 · √(1 − 0.999) / (1 − 0.9)


def test_the_gradient_of_a_score_says_whether_it_is_the_label() -> None:
    label = int(TENSORS["y"][5])
    right, wrong = ((label + shift) % 10 for shift in (0, 1))
    assert element(RECIPES["dZ3"], TENSORS, SETTINGS, (5, right)).text.endswith("because this is its label")
    assert f"because this is not {label}" in element(RECIPES["dZ3"], TENSORS, SETTINGS, (5, wrong)).text


@pytest.mark.parametrize("index", [(), (0,), (784, 0), (-1, 0), (0, 0, 0)])
def test_a_place_that_there_is_not_is_refused(index: tuple[int, ...]) -> None:
    with pytest.raises(InvalidError) as refused:
        element(RECIPES["W1"], TENSORS, SETTINGS, index)
    assert refused.value.problem.expected == "one index for each axis of (784, 12), from 0"
