"""When a training cannot go on, the learner reads what happened and what to do."""

import errno
import os

import numpy as np
import pytest

from app.errors import PlaygroundError
from app.network.spec import SGD, Adam, Spec
from app.runs.problems import DivergedError, exit_words, is_hopeless, problem_of, until_hopeless, worker_lost


class ResourceExhaustedError(Exception):
    """TensorFlow's name for too little memory."""


@pytest.mark.parametrize(
    ("loss", "count"),
    [([2.3, 1.0], 2), ([2.3, np.nan], 2), ([np.inf, np.nan], 1), ([2.0, 1e9, 3.0], 2), ([9999.0], 1)],
)
def test_losses_are_told_up_to_the_first_hopeless_one(loss: list[float], count: int) -> None:
    told = np.array(loss, np.float32)
    assert until_hopeless(told) == count
    assert is_hopeless(float(told[count - 1])) == (not loss[count - 1] < 1e4)


def test_a_divergence_names_the_update_and_a_learning_rate_that_works() -> None:
    spec = Spec(optimizer=SGD(learning_rate=1000, momentum=0.5))
    problem = problem_of(DivergedError(spec, 1234, float("nan")))
    assert problem.code == "diverged"
    assert "update 1,234" in problem.what
    assert "1000" in problem.hint
    assert "0.01" in problem.hint
    assert problem.fixes
    assert Spec.model_validate(problem.fixes[0]) == Spec(optimizer=SGD(learning_rate=0.01, momentum=0.5))


def test_a_divergence_at_the_usual_rate_offers_a_tenth() -> None:
    assert "0.0001." in problem_of(DivergedError(Spec(optimizer=Adam()), 7, 1e30)).hint


@pytest.mark.parametrize(
    ("loss", "words"), [(float("nan"), "no number"), (float("inf"), "infinite"), (123456.0, "1.23e+05")]
)
def test_a_divergence_says_what_the_loss_became(loss: float, words: str) -> None:
    problem = problem_of(DivergedError(Spec(), 1, loss))
    assert words in problem.what
    assert words in problem.got


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError("no room"), "out_of_memory"),
        (ResourceExhaustedError("OOM when allocating tensor"), "out_of_memory"),
        (RuntimeError("Out of memory allocating 17179869184 bytes."), "out_of_memory"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "disk_error"),
        (RuntimeError("first line\nsecond line"), "training_error"),
        (RuntimeError(), "training_error"),
        (PlaygroundError("digits_missing", "There are no digits."), "digits_missing"),
    ],
)
def test_every_error_of_a_training_becomes_plain_words(error: Exception, code: str) -> None:
    problem = problem_of(error)
    assert problem.code == code
    assert problem.what.endswith(".")
    assert "second" not in problem.got


def test_a_worker_that_is_lost_again_and_again_is_told_with_its_end() -> None:
    problem = worker_lost(3, -9)
    assert "3 times" in problem.what
    assert problem.got == "killed by signal 9"
    assert exit_words(1) == "exit code 1"
