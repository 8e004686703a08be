"""Epochs tell whether a network learns by heart, from wrong labels, or too little; the epochs are made."""

from itertools import count

import numpy as np
import pytest

from app.network.spec import HiddenLayer, Spec
from app.runs.course import Course
from app.runs.events import EpochEnded
from app.runs.fit_hints import linear, noisy_labels, overfitting

FEW = Spec(train_samples=300, batch_size=32, epochs=50)
Numbers = tuple[float, float, float, float]


def course(spec: Spec, *epochs: Numbers) -> Course:
    """Epochs as loss, accuracy, test loss, test accuracy."""
    names = ("loss", "accuracy", "test_loss", "test_accuracy")
    told = [
        EpochEnded(epoch=number, seconds=1, **dict(zip(names, numbers, strict=True)))
        for number, numbers in zip(count(1), epochs)
    ]
    return Course(spec, np.array([1.0]), tuple(told))


GOOD: tuple[Numbers, ...] = ((0.3, 0.92, 0.2, 0.95), (0.2, 0.95, 0.15, 0.96), (0.1, 0.97, 0.12, 0.965))
BY_HEART: tuple[Numbers, ...] = (
    (1.0, 0.7, 0.8, 0.75),
    (0.3, 0.95, 0.6, 0.8),
    (0.1, 0.99, 0.65, 0.8),
    (0.01, 1, 0.7, 0.8),
)


@pytest.mark.parametrize("rule", [overfitting, noisy_labels, linear])
def test_nothing_is_said_of_a_network_that_learns_well_or_has_hardly_begun(rule: object) -> None:
    assert callable(rule)
    assert rule(course(Spec(), *GOOD)) is None
    assert rule(course(Spec())) is None


def test_few_images_learned_by_heart_ask_for_more_and_no_more_updates() -> None:
    hint = overfitting(course(FEW, *BY_HEART))
    assert hint
    assert hint.what == (
        "Since epoch 2 the training loss fell from 0.3 to 0.01, but the test loss rose from 0.6 to 0.7."
    )
    assert "407,050 parameters for 300 images" in hint.why
    assert hint.fix.title == "Learn from all 60,000 images, for 1 epoch"
    assert hint.fix.spec == Spec(batch_size=32, epochs=1)


def test_all_images_learned_by_heart_ask_for_an_earlier_end() -> None:
    hint = overfitting(course(Spec(), *BY_HEART))
    assert hint
    assert hint.fix.spec == Spec(epochs=2)


def test_one_bad_epoch_is_not_overfitting() -> None:
    assert overfitting(course(FEW, *BY_HEART[:3])) is None
    assert overfitting(course(FEW, *GOOD, (0.05, 0.99, 0.2, 0.96))) is None


def test_a_network_better_than_its_labels_is_told_why() -> None:
    hint = noisy_labels(course(Spec(label_noise=0.2), (0.9, 0.804, 0.3, 0.976)))
    assert hint
    assert "80.4\u202f%" in hint.what
    assert "18\u202f%" in hint.why
    assert hint.fix.spec == Spec()


def test_wrong_labels_that_are_learned_by_heart_are_told_as_such() -> None:
    hint = overfitting(course(Spec(label_noise=0.2), *BY_HEART))
    assert hint
    assert "wrong labels by heart" in hint.why


def test_a_flat_loss_without_a_hidden_layer_asks_for_one() -> None:
    flat = ((0.30, 0.92, 0.29, 0.92), (0.29, 0.921, 0.285, 0.922))
    hint = linear(course(Spec(hidden=()), *flat))
    assert hint
    assert "92.1\u202f%" in hint.what
    assert hint.fix.spec == Spec(hidden=(HiddenLayer(),))
    assert linear(course(Spec(), *flat)) is None
    assert linear(course(Spec(hidden=()), *GOOD)) is None
