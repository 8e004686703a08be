"""A race runs in a process of its own and leaves nothing behind."""

import multiprocessing
from multiprocessing import Pipe
from typing import NoReturn

import pytest

from app.errors import BusyError, InvalidError
from app.tensors import race
from app.tensors.race import RaceQuestion, RaceResult, Races, described, heard
from app.tensors.track import Lap


@pytest.fixture(scope="module")
def result() -> RaceResult:
    """A race over the chapter's shape."""
    return Races().run(RaceQuestion())


def test_numpy_wins_by_far(result: RaceResult) -> None:
    assert result.shape == (20, 100)
    assert result.ratio == pytest.approx(result.naive / result.numpy)
    assert result.ratio > 5
    assert result.operations.naive == pytest.approx(2 * 2000 / result.naive, rel=1e-3)


def test_its_process_is_gone_afterwards(result: RaceResult) -> None:
    assert result
    assert "race" not in {child.name for child in multiprocessing.active_children()}


def test_the_numbers_of_a_race_belong_together() -> None:
    result = described((2, 5), (Lap(0.004, 100), Lap(0.00002, 5000)))
    assert result.ratio == pytest.approx(200)
    assert result.operations.model_dump() == {"naive": 5000, "numpy": 1_000_000}
    assert result.repetitions.model_dump() == {"naive": 100, "numpy": 5000}


@pytest.mark.parametrize("shape", [(257, 256), (1,) * 7, (-1,)])
def test_what_is_too_large_or_no_shape_does_not_start(shape: tuple[int, ...]) -> None:
    with pytest.raises(InvalidError):
        Races().run(RaceQuestion(shape=shape))


def test_a_race_does_not_wait_for_ever_for_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(race, "QUEUE_SECONDS", 0.01)
    races = Races()
    with races._track, pytest.raises(BusyError):
        races.run(RaceQuestion())


def test_a_process_that_ended_or_is_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(race, "GIVE_UP_SECONDS", 0.01)
    here, there = Pipe()
    with pytest.raises(TimeoutError):
        heard(here)
    there.close()
    with pytest.raises(EOFError):
        heard(here)


def test_where_no_process_can_be_started_the_next_race_may_be_run(monkeypatch: pytest.MonkeyPatch) -> None:
    races = Races()
    with monkeypatch.context() as patch:
        patch.setattr(race, "raced", no_process)
        with pytest.raises(BusyError):
            races.run(RaceQuestion())
    assert races.run(RaceQuestion()).ratio > 0


def no_process(_: object) -> NoReturn:
    """What the system says when there are too many."""
    raise BlockingIOError("Resource temporarily unavailable")
