"""The steps tell the arithmetic of one, and the order of many."""

import numpy as np

from app.descent.function import Function
from app.descent.optimizers import Optimizer
from app.descent.race import race
from app.descent.story import story

SLOPE = Function("x ** 2").slope
SGD = Optimizer(name="sgd", learning_rate=0.25)


def test_one_optimizer_is_told_in_its_own_numbers() -> None:
    steps = list(story([SGD], race(SLOPE, [SGD], np.array([4.0]), 2), ["is at the bottom."], [""] * 3))
    assert steps[0].text == "At x = 4 the loss is 16. The gradient there is 8: it points uphill."
    assert steps[1].text == "The gradient is 8. SGD moves by −2 to x = 2: the loss falls from 16 to 4."
    assert steps[2].text.endswith("It is at the bottom.")


def test_many_are_told_in_the_order_of_their_losses() -> None:
    all_three = [Optimizer(name="sgd", learning_rate=1000), SGD, Optimizer(name="adam")]
    steps = list(story(all_three, race(SLOPE, all_three, np.array([4.0]), 120), ["", "", ""], [""] * 121))
    assert steps[1].text.startswith("The losses: SGD 4, Adam 15.21, SGD")
    assert len(steps) == 121
