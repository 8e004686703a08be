"""The curve tells every update once and means what an epoch means."""

import numpy as np
import pytest

from app.network.spec import Spec
from app.runs.curve import Curve

SPEC = Spec(train_samples=25, batch_size=10, epochs=2)


def test_every_update_is_told_once() -> None:
    curve = Curve(SPEC, 1)
    assert curve.untold() is None
    curve.add([3.0], [0.1], 0.5)
    curve.add([2.0], [0.2], 0.25)
    told = curve.untold()
    assert told
    assert (told.epoch, told.first_step, told.loss, told.accuracy, told.seconds) == (
        1,
        0,
        (3, 2),
        (0.1, 0.2),
        0.75,
    )
    assert curve.untold() is None
    curve.add([1.0], [0.3], 0.25)
    told = curve.untold()
    assert told
    assert (told.first_step, told.loss, told.seconds) == (2, (1,), 1.0)


def test_an_epoch_is_the_mean_over_its_samples() -> None:
    curve = Curve(SPEC, 1)
    curve.add([3.0, 2.0, 1.0], [0.0, 0.5, 1.0], 2.0)
    ended = curve.end_epoch(test_loss=1.5, test_accuracy=0.5)
    assert ended.loss == pytest.approx((10 * 3 + 10 * 2 + 5 * 1) / 25)
    assert ended.accuracy == pytest.approx((10 * 0.5 + 5 * 1) / 25)
    assert (ended.epoch, ended.test_loss, ended.test_accuracy, ended.seconds) == (1, 1.5, 0.5, 2.0)


def test_the_next_epoch_goes_on_counting() -> None:
    curve = Curve(SPEC, 1)
    curve.add([3.0, 2.0, 1.0], [0.0, 0.5, 1.0], 2.0)
    curve.end_epoch(1.5, 0.5)
    curve.add([0.5], [1.0], 1.0)
    told = curve.untold()
    assert told
    assert (told.epoch, told.first_step, told.seconds) == (2, 3, 3.0)
    curve.add([0.5, 0.5], [1.0, 1.0], 1.0)
    assert curve.end_epoch(1.0, 0.5).seconds == 2.0


def test_a_restored_curve_goes_on_as_if_nothing_had_happened() -> None:
    first = Curve(SPEC, 1)
    first.add([3.0, 2.0, 1.0], [0.0, 0.5, 1.0], 2.0)
    first.end_epoch(1.5, 0.5)
    first.add([0.7], [0.8], 1.0)
    first.untold()
    second = Curve(SPEC, 2)
    second.restore({name: np.array(array) for name, array in first.state().items()})
    assert second.untold() is None
    for curve in (first, second):
        curve.add([0.6, 0.5], [0.9, 1.0], 1.0)
    one, two = first.untold(), second.untold()
    assert one
    assert two
    ignored = {"at", "attempt"}
    assert one.model_dump(exclude=ignored) == two.model_dump(exclude=ignored)
    ends = [curve.end_epoch(1.0, 0.9).model_dump(exclude=ignored) for curve in (first, second)]
    assert ends[0] == ends[1]
    assert two.attempt == 2
