"""Every preset is a question of its own, about a landscape that has a name."""

from app.descent.landscapes import LANDSCAPES
from app.descent.optimizers import Optimizer
from app.descent.presets import EXAMPLE, PRESETS, loops

QUESTIONS = [question for _, question in PRESETS]


def test_the_usual_one_comes_first_and_every_landscape_but_the_bowl_is_visited() -> None:
    assert QUESTIONS[0] == EXAMPLE
    assert {question["function"] for question in QUESTIONS} == set(LANDSCAPES) - {"bowl"}


def test_all_differ_and_all_optimizers_are_ones_of_keras_or_the_chapter() -> None:
    assert (
        len({title for title, _ in PRESETS}) == len({str(question) for question in QUESTIONS}) == len(PRESETS)
    )
    assert all(Optimizer.model_validate(given) for question in QUESTIONS for given in question["optimizers"])


def test_the_two_loops_differ_in_nothing_but_the_forgotten_line() -> None:
    written, mended = loops(0.1, 0.9)
    assert {**written, "name": ""} == {**mended, "name": ""}
