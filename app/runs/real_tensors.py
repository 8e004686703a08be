"""Real tensors: those of a run's step as questions name them, with the products to which a bias is added."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from difflib import get_close_matches
from typing import Any

import numpy as np

from app.digits.mnist import Split
from app.errors import PlaygroundError
from app.network.backward import Tensors, activation_name
from app.network.training_step import TrainingStep, unknown_tensor
from app.runs.archive import Archive
from app.tensors.operand import Operand
from app.tensors.slice_fixes import nearby


class Finder:
    """Where questions find the tensors that they name; the training set is asked for only then."""

    def __init__(self, archive: Archive, train: Callable[[], Split]) -> None:
        self._archive = archive
        self._train = train

    def __call__(self, operand: Operand) -> Operand:
        """The operand with its numbers.

        Errors: `unknown_run`, `no_snapshot`, `unknown_step`, `unknown_tensor`, `step_too_large`.
        """
        step = self._archive.training_step(operand.run, operand.step, self._train())
        return operand.found(step.run, step.step, tensor(step, operand.name or ""))

    def instead(self, operand: Operand) -> Iterator[tuple[str, Operand]]:
        """Another slice of it, or it from another step, others of that step, or it from the newest run."""
        for ways in (self._other_slices, self._nearest_step, self._other_names, self._newest_run):
            with suppress(PlaygroundError):
                yield from ways(operand)

    def _other_slices(self, operand: Operand) -> Iterator[tuple[str, Operand]]:
        if operand.slice is None:
            return
        whole = operand.model_copy(update={"slice": None})
        for text in nearby(operand.slice, self(whole).tensor().shape):
            yield from self._there(f"{operand.name}[{text}]", operand, slice=text)
        yield from self._there(f"all of {operand.name}", whole)

    def _nearest_step(self, operand: Operand) -> Iterator[tuple[str, Operand]]:
        asked = operand.step or 0
        kept = self._archive.snapshots(operand.run or "")
        near = min(kept, key=lambda step: abs(step - asked), default=operand.step)
        if near is not None and near != operand.step:
            yield from self._there(f"after {near:,} updates", operand, step=near)

    def _other_names(self, operand: Operand) -> Iterator[tuple[str, Operand]]:
        there = list(names(self._archive.training_step(operand.run, operand.step, self._train())))
        if operand.name not in there:
            for name in get_close_matches(operand.name or "", there, cutoff=0):
                yield from self._there(name, operand, name=name)

    def _newest_run(self, operand: Operand) -> Iterator[tuple[str, Operand]]:
        newest = self._archive.model()
        if newest.run != operand.run:
            yield from self._there("of the newest run", operand, run=newest.run, step=newest.step)

    def _there(self, title: str, operand: Operand, **change: Any) -> Iterator[tuple[str, Operand]]:
        with suppress(PlaygroundError):
            yield title, self(operand.model_copy(update=change))


def tensor(step: TrainingStep, name: str) -> np.ndarray:
    """A tensor of the step, or a product: XW1 is X · W1.

    Errors: `unknown_tensor` with those that there are; `step_too_large`.
    """
    factors = products(step).get(name)
    if factors:
        return np.dot(*(step.tensors[factor] for factor in factors))
    if name not in step.tensors:
        raise unknown_tensor(name, list(names(step)))
    return step.tensors[name]


def products(step: TrainingStep) -> Mapping[str, tuple[str, str]]:
    """What each layer multiplies, by the name of the product."""
    layers = len(step.network)
    pairs = [(activation_name(i, layers), f"W{i + 1}") for i in range(layers)]
    return {"".join(pair): pair for pair in pairs}


def names(step: TrainingStep) -> Iterator[str]:
    """All tensors of the step in the order in which they come about: a product before its sum."""
    before = {f"Z{i}": product for i, product in enumerate(products(step), 1)}
    for name in step.tensors:
        if name in before:
            yield before[name]
        yield name


def all_tensors(step: TrainingStep) -> Tensors:
    """Each of them by its name."""
    return {name: tensor(step, name) for name in names(step)}
