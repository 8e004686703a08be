"""The checker has TensorFlow's gradients, or says at once that it has none; it outlives its process."""

import os
import signal
import time
from collections.abc import Iterator

import numpy as np
import pytest

from app.network.checker import Answer, Checker
from app.network.tape import Instruction

SQUARE: list[Instruction] = [("variable", (), "x"), ("square", (0,), None)]
NONSENSE: list[Instruction] = [("variable", (), "x"), ("no such operation", (0,), None)]


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    checker = Checker()
    yield checker
    checker.close()


def ask(checker: Checker, program: list[Instruction] = SQUARE) -> Answer:
    return checker.ask(program, {"x": np.array([1.0, 2.0])}, ["x"])


def answered(checker: Checker, program: list[Instruction] = SQUARE) -> Answer:
    """The answer, asked for until it comes."""
    while (answer := ask(checker, program)) == "loading":
        time.sleep(0.02)
    return answer


def process(checker: Checker) -> int:
    """Number of the process that is asked."""
    found = checker._process
    assert found
    return found.pid


def test_while_tensorflow_loads_it_says_so_and_then_answers(checker: Checker) -> None:
    assert ask(checker) == "loading"
    gradients = answered(checker)
    assert isinstance(gradients, dict)
    assert np.array_equal(gradients["x"], [2, 4])


def test_what_tensorflow_refuses_is_unavailable_and_the_next_question_is_answered(checker: Checker) -> None:
    answered(checker)
    before = process(checker)
    assert answered(checker, NONSENSE) == "unavailable"
    assert isinstance(answered(checker), dict)
    assert process(checker) == before


def test_an_answer_that_comes_too_late_is_not_taken_for_another(checker: Checker) -> None:
    answered(checker)
    os.kill(process(checker), signal.SIGSTOP)
    assert checker.ask(SQUARE, {"x": np.array(5.0)}, ["x"]) == "loading"
    os.kill(process(checker), signal.SIGCONT)
    gradients = answered(checker)
    assert isinstance(gradients, dict)
    assert np.array_equal(gradients["x"], [2, 4])


def test_a_process_that_was_killed_is_replaced(checker: Checker) -> None:
    answered(checker)
    before = process(checker)
    os.kill(before, signal.SIGKILL)
    while not isinstance(ask(checker), dict):  # while its threads end, it may still be asked in vain
        time.sleep(0.02)
    assert process(checker) != before


def test_a_process_that_hangs_is_replaced(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(checker)
    before = process(checker)
    os.kill(before, signal.SIGSTOP)
    assert [ask(checker), ask(checker)] == ["loading", "loading"]
    assert process(checker) == before
    monkeypatch.setattr("app.network.checker.DEADLINE_SECONDS", 0)
    assert ask(checker) == "loading"
    assert process(checker) != before


def test_one_that_never_becomes_ready_is_not_started_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.network.checker.main", print)
    checker = Checker()
    assert answered(checker) == "unavailable"
    while ask(checker) == "loading" or checker._failed_starts < 3:
        time.sleep(0.02)
    assert ask(checker) == "unavailable"
    checker.close()


def test_a_closed_one_starts_nothing() -> None:
    checker = Checker()
    checker.close()
    assert ask(checker) == "unavailable"


def test_a_process_that_ends_over_a_question_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.network.checker.RecorderProcess.ask", ending)
    checker = Checker()
    assert ask(checker) == "unavailable"
    checker.close()


def ending(*_: object) -> Answer:
    """What is read from the pipe of a process that has just ended."""
    raise EOFError
