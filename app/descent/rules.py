"""The update rules, as Keras defines them; each is a generator that yields w and is sent the gradient there.

A rule keeps what it remembers in its own variables; they are its last parameters, so that it can go on from
any memory. The lines that a page shows of it are cut from this file, so what is shown is what runs. All of it
is element-wise: w is any array.
"""

import inspect
from collections.abc import Callable, Generator
from functools import cache
from typing import Any

import numpy as np

from app.tensors.spelling import Tensor

Way = Generator[Tensor, Tensor, None]
"""Yields w, is sent the gradient at w."""
Memory = Tensor | float
"""Of the shape of w, or one number for all of it."""


def sgd(w: Tensor, learning_rate: float) -> Way:
    """Straight downhill: the chapter's W -= learning_rate * gradient."""
    while True:
        gradient = yield w
        w = w - learning_rate * gradient


def momentum(w: Tensor, learning_rate: float, momentum: float, *, velocity: Memory = 0.0) -> Way:
    """A ball with a velocity, of which each step keeps a part."""
    while True:
        gradient = yield w
        velocity = momentum * velocity - learning_rate * gradient
        w = w + velocity


def nesterov(w: Tensor, learning_rate: float, momentum: float, *, velocity: Memory = 0.0) -> Way:
    """Momentum that looks ahead: it moves as if the next step had begun."""
    while True:
        gradient = yield w
        velocity = momentum * velocity - learning_rate * gradient
        w = w + momentum * velocity - learning_rate * gradient


def loop_as_written(w: Tensor, learning_rate: float, momentum: float, *, past_velocity: Memory = 0.0) -> Way:
    """The chapter's loop: past_velocity stays 0, so it is SGD with 1 + momentum times the learning rate."""
    while True:
        gradient = yield w
        velocity = past_velocity * momentum - learning_rate * gradient
        w = w + momentum * velocity - learning_rate * gradient


def loop_mended(w: Tensor, learning_rate: float, momentum: float, *, past_velocity: Memory = 0.0) -> Way:
    """The chapter's loop with the line that it forgets; so it is Nesterov's momentum."""
    while True:
        gradient = yield w
        velocity = past_velocity * momentum - learning_rate * gradient
        w = w + momentum * velocity - learning_rate * gradient
        past_velocity = velocity


def adagrad(w: Tensor, learning_rate: float, *, accumulator: Memory = 0.1) -> Way:
    """Shorter steps along an axis, the more gradient it has seen."""
    while True:
        gradient = yield w
        accumulator = accumulator + gradient**2
        w = w - learning_rate * gradient / np.sqrt(accumulator + 1e-7)


def rmsprop(w: Tensor, learning_rate: float, rho: float, *, velocity: Memory = 0.0) -> Way:
    """Steps of one size: the gradient over the root of its recent mean square."""
    while True:
        gradient = yield w
        velocity = rho * velocity + (1 - rho) * gradient**2
        w = w - learning_rate * gradient / np.sqrt(velocity + 1e-7)


def rmsprop_with_momentum(
    w: Tensor,
    learning_rate: float,
    rho: float,
    momentum: float,
    *,
    velocity: Memory = 0.0,
    moved: Memory = 0.0,
) -> Way:
    """RMSprop whose steps keep a part of the step before."""
    while True:
        gradient = yield w
        velocity = rho * velocity + (1 - rho) * gradient**2
        moved = momentum * moved + learning_rate * gradient / np.sqrt(velocity + 1e-7)
        w = w - moved


def adam(
    w: Tensor,
    learning_rate: float,
    beta_1: float,
    beta_2: float,
    *,
    m: Memory = 0.0,
    v: Memory = 0.0,
    step: int = 0,
) -> Way:
    """RMSprop with momentum, both corrected for having begun at 0."""
    while True:
        gradient = yield w
        step = step + 1
        m = m + (1 - beta_1) * (gradient - m)
        v = v + (1 - beta_2) * (gradient**2 - v)
        rate = learning_rate * np.sqrt(1 - beta_2**step) / (1 - beta_1**step)
        w = w - rate * m / (np.sqrt(v) + 1e-7)


def settings(rule: Callable[..., Way]) -> tuple[str, ...]:
    """The names of what a rule is told beside w."""
    parameters = inspect.signature(rule).parameters.values()
    return tuple(each.name for each in parameters if each.kind is not each.KEYWORD_ONLY)[1:]


def memory(rule: Callable[..., Way]) -> dict[str, Any]:
    """What a rule remembers, and with what it begins."""
    parameters = inspect.signature(rule).parameters.values()
    return {each.name: each.default for each in parameters if each.kind is each.KEYWORD_ONLY}


@cache
def lines(rule: Callable[..., Way]) -> tuple[str, ...]:
    """What a rule does with each gradient, as it is written."""
    source = inspect.getsource(rule).splitlines()
    return tuple(line.strip() for line in source[source.index("        gradient = yield w") + 1 :])
