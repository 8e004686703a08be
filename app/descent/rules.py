"""The update rules, as Keras defines them; each is a generator that yields w and is sent the gradient there.

A rule keeps what it remembers in its own variables. The lines that a page shows of it are cut from this file,
so what is shown is what runs. All of it is element-wise: w is any array.
"""

from collections.abc import Generator

import numpy as np

from app.tensors.spelling import Tensor

Way = Generator[Tensor, Tensor, None]
"""Yields w, is sent the gradient at w."""


def sgd(w: Tensor, learning_rate: float) -> Way:
    """Straight downhill: the chapter's W -= learning_rate * gradient."""
    while True:
        gradient = yield w
        w = w - learning_rate * gradient


def momentum(w: Tensor, learning_rate: float, momentum: float) -> Way:
    """A ball with a velocity, of which each step keeps a part."""
    velocity = np.zeros_like(w)
    while True:
        gradient = yield w
        velocity = momentum * velocity - learning_rate * gradient
        w = w + velocity


def nesterov(w: Tensor, learning_rate: float, momentum: float) -> Way:
    """Momentum that looks ahead: it moves as if the next step had begun."""
    velocity = np.zeros_like(w)
    while True:
        gradient = yield w
        velocity = momentum * velocity - learning_rate * gradient
        w = w + momentum * velocity - learning_rate * gradient


def loop_as_written(w: Tensor, learning_rate: float, momentum: float) -> Way:
    """The chapter's loop: past_velocity stays 0, so it is SGD with 1 + momentum times the learning rate."""
    past_velocity = np.zeros_like(w)
    while True:
        gradient = yield w
        velocity = past_velocity * momentum - learning_rate * gradient
        w = w + momentum * velocity - learning_rate * gradient


def loop_mended(w: Tensor, learning_rate: float, momentum: float) -> Way:
    """The chapter's loop with the line that it forgets; so it is Nesterov's momentum."""
    past_velocity = np.zeros_like(w)
    while True:
        gradient = yield w
        velocity = past_velocity * momentum - learning_rate * gradient
        w = w + momentum * velocity - learning_rate * gradient
        past_velocity = velocity


def adagrad(w: Tensor, learning_rate: float) -> Way:
    """Shorter steps along an axis, the more gradient it has seen."""
    accumulator = np.full_like(w, 0.1)
    while True:
        gradient = yield w
        accumulator = accumulator + gradient**2
        w = w - learning_rate * gradient / np.sqrt(accumulator + 1e-7)


def rmsprop(w: Tensor, learning_rate: float, rho: float) -> Way:
    """Steps of one size: the gradient over the root of its recent mean square."""
    velocity = np.zeros_like(w)
    while True:
        gradient = yield w
        velocity = rho * velocity + (1 - rho) * gradient**2
        w = w - learning_rate * gradient / np.sqrt(velocity + 1e-7)


def adam(w: Tensor, learning_rate: float, beta_1: float, beta_2: float) -> Way:
    """RMSprop with momentum, both corrected for having begun at 0."""
    m, v, step = np.zeros_like(w), np.zeros_like(w), 0
    while True:
        gradient = yield w
        step = step + 1
        m = m + (1 - beta_1) * (gradient - m)
        v = v + (1 - beta_2) * (gradient**2 - v)
        rate = learning_rate * np.sqrt(1 - beta_2**step) / (1 - beta_1**step)
        w = w - rate * m / (np.sqrt(v) + 1e-7)
