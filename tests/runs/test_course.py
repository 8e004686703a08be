"""What the events of a training tell in a few numbers."""

import math

import numpy as np
import pytest

from app.network.spec import Spec
from app.runs.course import GUESSING, Course, course, noise_floor
from app.runs.events import BatchesTrained, EpochEnded, RunFailed, RunQueued
from app.runs.problems import diverged

ENDED = EpochEnded(epoch=1, loss=1, accuracy=0.5, test_loss=1, test_accuracy=0.5, seconds=1)


def trained(first: int, *loss: float) -> BatchesTrained:
    return BatchesTrained(epoch=1, first_step=first, loss=loss, accuracy=loss, seconds=1)


def steady(values: np.ndarray, **settings: object) -> Course:
    return Course(Spec.model_validate(settings), values, ())


def test_it_is_read_from_the_events_in_their_order() -> None:
    spec = Spec()
    failed = RunFailed(problem=diverged(spec, 3, math.nan))
    told = course(spec, [RunQueued(spec=spec), trained(0, 2, 1), ENDED, trained(2, math.nan), failed])
    np.testing.assert_array_equal(told.loss, [2, 1, math.nan])
    assert told.epochs == (ENDED,)
    assert told.problem == failed.problem


def test_the_loss_is_smoothed_over_a_thousand_images() -> None:
    losses = np.arange(20.0)
    assert steady(losses, batch_size=250).smoothed[0] == pytest.approx(losses[:4].mean())
    assert steady(losses, batch_size=1000).smoothed == pytest.approx(losses)
    assert steady(losses, batch_size=1).smoothed == pytest.approx([losses.mean()])
    assert steady(losses[:0]).smoothed.size == 0


def test_a_network_that_guesses_knows_nothing_and_noise_is_nothing_that_could_be_known() -> None:
    assert steady(np.full(9, GUESSING)).ignorance == pytest.approx(1)
    assert steady(np.zeros(9)).ignorance == 0
    assert steady(np.full(9, noise_floor(0.5)), label_noise=0.5).ignorance == pytest.approx(0)


def test_the_floor_of_noise_is_the_entropy_of_a_label() -> None:
    assert noise_floor(0) == 0
    assert noise_floor(1) == pytest.approx(math.log(10))
    assert noise_floor(0.2) == pytest.approx(-0.82 * math.log(0.82) - 9 * 0.02 * math.log(0.02))


def test_a_loss_falls_when_it_falls_by_more_than_its_noise() -> None:
    noise = np.random.default_rng(0).normal(0, 0.1, 400)
    assert not steady(2.3 + noise).falls
    assert steady(2.3 + noise - np.linspace(0, 1, 400)).falls
    assert not steady(2.3 + noise + np.linspace(0, 1, 400)).falls
