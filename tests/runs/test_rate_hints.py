"""A loss that leaps, stands or crawls is told from one that falls; these curves are made to be clear."""

import math

import numpy as np
import pytest

from app.network.spec import SGD, HiddenLayer, RMSprop, Spec
from app.runs.course import GUESSING, Course
from app.runs.problems import diverged as no_numbers
from app.runs.rate_hints import diverged, overshooting, plateau, slow

NOISE = np.random.default_rng(0).normal(0, 0.05, 600)
STILL = GUESSING + NOISE
CRAWLING = np.linspace(2.4, 1.9, 600) + NOISE
FALLING = 2.4 * np.exp(-np.arange(600) / 100) + 0.1 + NOISE
LEAPING = np.concatenate([np.full(20, 300.0), FALLING])
TOO_SMALL = Spec(optimizer=RMSprop(learning_rate=1e-6))
TOO_LARGE = Spec(optimizer=RMSprop(learning_rate=1), name="wild")
SIGMOIDS = (HiddenLayer(units=8, activation="sigmoid"),) * 3


def course(spec: Spec, loss: np.ndarray) -> Course:
    return Course(spec, loss, ())


@pytest.mark.parametrize("rule", [diverged, overshooting, plateau, slow])
def test_nothing_is_said_of_a_loss_that_falls_or_has_hardly_begun(rule: object) -> None:
    assert callable(rule)
    for loss in (FALLING, STILL[:50], CRAWLING[:50], FALLING[:0]):
        assert rule(course(Spec(), loss)) is None


def test_a_divergence_says_why_and_offers_the_rate_that_works() -> None:
    failed = Course(TOO_LARGE, np.array([2.3, math.inf]), (), no_numbers(TOO_LARGE, 2, math.inf))
    hint = diverged(failed)
    assert hint
    assert "update 2" in hint.what
    assert "learning rate 1 " in hint.why
    assert hint.fix.spec == Spec()


def test_a_leap_of_the_loss_is_told_also_when_it_came_down_again() -> None:
    hint = overshooting(course(TOO_LARGE, LEAPING))
    assert hint
    assert hint.what.startswith("The loss leapt to 300,")
    assert hint.fix.spec == Spec()


def test_a_single_batch_that_leaps_is_no_leap() -> None:
    once = FALLING.copy()
    once[300] = 40
    assert overshooting(course(Spec(), once)) is None


def test_a_loss_that_crawls_asks_for_longer_steps() -> None:
    hint = slow(course(TOO_SMALL, CRAWLING))
    assert hint
    assert "1e-06" in hint.why
    assert hint.fix.spec == Spec()


def test_a_loss_that_crawls_at_the_usual_rate_asks_for_ten_times_as_much() -> None:
    hint = slow(course(Spec(optimizer=SGD()), CRAWLING))
    assert hint
    assert hint.fix.spec.optimizer.learning_rate == pytest.approx(0.1)


def test_where_steps_are_tiny_standing_still_is_crawling() -> None:
    assert plateau(course(TOO_SMALL, STILL)) is None
    assert slow(course(TOO_SMALL, STILL))


@pytest.mark.parametrize(
    ("spec", "reason", "better"),
    [
        (Spec(label_noise=1), "label is random", Spec()),
        (Spec(hidden=SIGMOIDS), "vanishes", Spec(hidden=(HiddenLayer(units=8),) * 3)),
        (TOO_LARGE, "threw the weights", Spec()),
        (Spec(hidden=(HiddenLayer(units=1),)), "too narrow", Spec()),
    ],
    ids=["random labels", "sigmoids", "too large a rate", "too narrow"],
)
def test_a_plateau_has_its_likeliest_reason(spec: Spec, reason: str, better: Spec) -> None:
    hint = plateau(course(spec, STILL))
    assert hint
    assert reason in hint.why
    assert hint.fix.spec == better
