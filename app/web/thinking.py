"""Calculations that take a while: in threads of their own, so that nothing else waits for them."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

THREADS = 2
"""NumPy's matrix products use all cores by themselves."""
ANSWERS_KEPT = 300

T = TypeVar("T")


class Thinker:
    """Calculates off the event loop; a question that comes twice is answered once. To be used in one loop."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(THREADS, "thinking")
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._ahead: dict[str, asyncio.Task[None]] = {}

    def close(self) -> None:
        """Finish what has begun, drop the rest."""
        for task in self._ahead.values():
            task.cancel()
        self._threads.shutdown(cancel_futures=True)

    def ahead(self, name: str, thoughts: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Think about what will be asked next, unless that goes on already under this name."""
        if name not in self._ahead:
            task = self._ahead[name] = asyncio.create_task(thoughts(), name=name)
            task.add_done_callback(lambda _: self._ahead.pop(name, None))

    def knows(self, question: Hashable) -> bool:
        """Whether the answer is there, or on its way."""
        return question in self._answers

    async def think(self, calculate: Callable[[], T]) -> T:
        """The answer, calculated now."""
        return await asyncio.wrap_future(self._threads.submit(calculate))

    async def once(self, question: Hashable, calculate: Callable[[], T]) -> T:
        """The answer to `question`: kept, being calculated for somebody else, or calculated now."""
        answer: Future[T] | None = self._answers.get(question)
        if answer is None or failed(answer):
            answer = self._answers[question] = self._threads.submit(calculate)
        self._answers.move_to_end(question)
        while len(self._answers) > ANSWERS_KEPT:
            self._answers.popitem(last=False)
        # Whoever leaves takes nothing away from the others.
        return await asyncio.shield(asyncio.wrap_future(answer))


def failed(answer: Future[Any]) -> bool:
    """Whether this has to be tried again."""
    return answer.done() and (answer.cancelled() or answer.exception() is not None)
