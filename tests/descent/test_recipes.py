"""Every recipe is a line of NumPy that makes its tensor, for any network and optimizer."""

from typing import Any

import numpy as np
import pytest

from app.descent.memory import rule_of, settings_of
from app.descent.recipes import recipes
from app.descent.rules import lines
from app.descent.update import every_tensor
from app.network.spec import SGD, Adagrad, Adam, HiddenLayer, Optimizer, RMSprop, Spec
from tests.descent.steps import step_of

HIDDEN = (
    HiddenLayer(units=9),
    HiddenLayer(units=8, activation="tanh"),
    HiddenLayer(units=7, activation="sigmoid"),
)
OPTIMIZERS = [SGD(), SGD(momentum=0.5), SGD(momentum=0.5, nesterov=True), RMSprop(), RMSprop(momentum=0.5)]


@pytest.mark.parametrize("optimizer", [*OPTIMIZERS, Adagrad(), Adam()], ids=str)
@pytest.mark.parametrize("hidden", [(), HIDDEN], ids=["none", "three"])
def test_each_line_makes_its_tensor_of_those_that_it_names(
    optimizer: Optimizer, hidden: tuple[HiddenLayer, ...]
) -> None:
    training = step_of(Spec(hidden=hidden, optimizer=optimizer, batch_size=20, train_samples=20))
    tensors = every_tensor(training)
    known = recipes(training.spec)
    assert known.keys() == tensors.keys()
    rate = [line for line in lines(rule_of(optimizer)) if line.startswith("rate")]
    names: dict[str, Any] = {"np": np, "step": 1, **settings_of(optimizer)}
    exec("\n".join(rate), names)
    for recipe in known.values():
        if recipe.numpy:
            made = eval(recipe.numpy, names | {name: tensors[name] for name in recipe.of})
            np.testing.assert_allclose(made, tensors[recipe.name], rtol=1e-4, atol=1e-7, err_msg=recipe.name)
            assert np.shape(made) == tensors[recipe.name].shape


def test_a_step_is_told_in_the_order_in_which_it_is_made() -> None:
    done: set[str] = set()
    for recipe in recipes(Spec(optimizer=Adam())).values():
        assert set(recipe.of) <= done
        done.add(recipe.name)
