"""Both run for about as long as they may, and say how often they did."""

from multiprocessing import Pipe

import pytest

from app.tensors.track import Lap, lap, laps, main


def test_every_repetition_that_is_told_was_run() -> None:
    calls: list[None] = []
    done = lap(lambda: calls.append(None), seconds=0.01)
    assert 1 < done.repetitions <= len(calls)


def test_work_that_takes_longer_than_there_is_time_is_done_once() -> None:
    assert lap(lambda: None, seconds=0).repetitions == 1


@pytest.mark.parametrize("shape", [(), (0, 3), (20, 100)])
def test_loops_and_numpy_both_get_their_lap(shape: tuple[int, ...]) -> None:
    assert all(done.seconds > 0 and done.repetitions > 0 for done in laps(shape, 0.02))


def test_it_hears_the_question_when_it_is_ready_and_answers() -> None:
    here, there = Pipe()
    here.send(((2, 3), 0.01))
    main(there)
    assert here.recv() is None
    naive, numpy = here.recv()
    assert isinstance(naive, Lap)
    assert isinstance(numpy, Lap)


def test_it_ends_when_nobody_waits_any_more() -> None:
    here, there = Pipe()
    here.close()
    main(there)
