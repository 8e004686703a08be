"""Judge: evaluates the moments of a run, each once, and before they are asked for."""

from bisect import bisect_left
from collections.abc import Hashable
from functools import partial
from typing import Annotated

from fastapi import Depends

from app.digits.mnist import Mnist
from app.errors import UnknownError
from app.network.evaluation import Evaluation, evaluate
from app.runs.models import Model
from app.runs.runs import Runs
from app.web.rooms import MnistRoom, RunsRoom, ThinkerRoom
from app.web.thinking import Thinker


class Judge:
    """Whoever moves through the snapshots of a run finds them evaluated."""

    def __init__(self, runs: Runs, mnist: Mnist, thinker: Thinker) -> None:
        self._runs = runs
        self._mnist = mnist
        self._thinker = thinker

    async def evaluation(self, model: Model) -> Evaluation:
        """How a network does on the test digits, calculated at most once."""
        calculate = partial(evaluate, model.network, self._mnist.test)
        return await self._thinker.once(question(model.run, model.step), calculate)

    def look_ahead(self, model: Model) -> None:
        """Evaluate the run's other snapshots, too, while nobody trains."""
        self._thinker.ahead(f"evaluations of {model.run}", partial(self._evaluate_all, model.run, model.step))

    async def _evaluate_all(self, run_id: str, seen: int) -> None:
        try:
            steps = await self._thinker.think(partial(self._runs.snapshots, run_id))
            for step in outward(steps, seen):
                if self._runs.trainer == "busy":
                    return
                if not self._thinker.knows(question(run_id, step)):
                    model = await self._thinker.think(partial(self._runs.model, run_id, step))
                    await self.evaluation(model)
        except UnknownError:
            return  # deleted in the meantime


def outward(steps: list[int], seen: int) -> list[int]:
    """The steps in the order in which a slider that stands at `seen` can reach them."""
    place = bisect_left(steps, seen)
    return sorted(steps, key=lambda step: abs(bisect_left(steps, step) - place))


def question(run_id: str, step: int) -> Hashable:
    """Under which an evaluation is kept."""
    return "evaluation", run_id, step


def judge(runs: RunsRoom, mnist: MnistRoom, thinker: ThinkerRoom) -> Judge:
    """The judge of this app."""
    return Judge(runs, mnist, thinker)


AJudge = Annotated[Judge, Depends(judge)]
