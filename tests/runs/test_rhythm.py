"""Snapshots, chunks and messages come in their rhythm."""

import time

import pytest

from app.network.batches import MOST_UPDATES
from app.network.spec import Spec
from app.runs.rhythm import MOST_MARKS, Interval, Pace, snapshot_steps

POWERS = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256]


def test_the_chapters_run_keeps_every_quarter_of_an_epoch() -> None:
    steps = snapshot_steps(Spec())
    assert steps[:10] == POWERS
    assert steps[10:14] == [352, 469, 586, 704]
    assert {469, 938, 1407, 1876, 2345} <= set(steps)
    assert len(steps) == 28


def test_a_short_run_keeps_its_last_step() -> None:
    assert snapshot_steps(Spec(train_samples=300, batch_size=32, epochs=1)) == [0, 1, 2, 4, 8, 10]
    assert snapshot_steps(Spec(train_samples=1, batch_size=1, epochs=1)) == [0, 1]


@pytest.mark.parametrize("spec", [Spec(epochs=100), Spec(epochs=100, batch_size=1), Spec(epochs=11)])
def test_a_long_run_keeps_a_bounded_number(spec: Spec) -> None:
    steps = snapshot_steps(spec)
    assert steps[:10] == POWERS
    assert steps[-1] == spec.steps
    assert len(steps) <= len(POWERS) + MOST_MARKS


def test_chunks_grow_to_the_time_between_two_messages() -> None:
    pace = Pace()
    for _ in range(10):
        pace.learn(pace.updates, pace.updates * 0.004)
    assert pace.updates == 12


def test_chunks_stay_between_one_and_the_most_that_one_call_does() -> None:
    pace = Pace()
    for _ in range(10):
        pace.learn(pace.updates, 0.0)
    assert pace.updates == MOST_UPDATES
    pace.learn(pace.updates, 1000.0)
    assert pace.updates == 1


def test_an_interval_is_over_when_its_time_has_passed() -> None:
    assert not Interval(1000).over
    short = Interval(0.001)
    time.sleep(0.002)
    assert short.over


def test_an_interval_can_begin_again() -> None:
    interval = Interval(0.0)
    assert interval.over
    interval.restart()
    assert interval.over
