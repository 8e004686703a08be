"""What takes long is calculated once, elsewhere."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from app.web import thinking
from app.web.thinking import Thinker


@pytest.fixture
def thinker() -> Iterator[Thinker]:
    with closing(Thinker()) as thinker:
        yield thinker


def counting() -> Iterator[int]:
    yield from range(100)


def test_those_who_ask_at_the_same_time_share_one_calculation(thinker: Thinker) -> None:
    numbers, gate = counting(), threading.Event()

    def calculate() -> int:
        gate.wait()
        return next(numbers)

    async def ask() -> list[int]:
        asked = [asyncio.ensure_future(thinker.once("question", calculate)) for _ in range(5)]
        await asyncio.sleep(0)
        asked.pop().cancel()
        gate.set()
        return [*await asyncio.gather(*asked), await thinker.once("question", calculate)]

    assert asyncio.run(ask()) == [0] * 5


def test_another_question_has_another_answer(thinker: Thinker) -> None:
    async def ask() -> list[object]:
        return [await thinker.once(question, threading.get_ident) for question in (1, 1)]

    first, again = asyncio.run(ask())
    assert first == again != threading.get_ident()


def test_a_calculation_that_failed_is_tried_again(thinker: Thinker) -> None:
    async def ask() -> float:
        with pytest.raises(ZeroDivisionError):
            await thinker.once("question", lambda: 1 / 0)
        return await thinker.once("question", lambda: 1 / 2)

    assert asyncio.run(ask()) == 0.5


def test_only_so_many_answers_are_kept(thinker: Thinker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thinking, "ANSWERS_KEPT", 2)
    numbers = counting()

    async def ask() -> list[int]:
        return [await thinker.once(question, lambda: next(numbers)) for question in "abacaba"]

    assert asyncio.run(ask()) == [0, 1, 0, 2, 0, 3, 0]


def test_a_question_that_is_not_kept_is_calculated_each_time(thinker: Thinker) -> None:
    numbers = counting()

    async def ask() -> list[int]:
        return [await thinker.think(lambda: next(numbers)) for _ in range(3)]

    assert asyncio.run(ask()) == [0, 1, 2]


def test_what_is_thought_ahead_goes_on_once_at_a_time(thinker: Thinker) -> None:
    begun: list[int] = []
    gate = asyncio.Event()

    async def thoughts() -> None:
        begun.append(len(begun))
        await gate.wait()

    async def ask() -> None:
        for _ in range(3):
            thinker.ahead("name", thoughts)
        await asyncio.sleep(0)
        gate.set()
        while len(asyncio.all_tasks()) > 1:
            await asyncio.sleep(0)
        await asyncio.sleep(0)  # for the callback of the task that has ended
        thinker.ahead("name", thoughts)
        await asyncio.sleep(0)

    asyncio.run(ask())
    assert begun == [0, 1]


def test_a_question_is_known_once_it_was_asked(thinker: Thinker) -> None:
    assert not thinker.knows("question")
    asyncio.run(thinker.once("question", str))
    assert thinker.knows("question")
