"""The recorded run: a real training of the chapter's network that is part of the product."""

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.runs.events import Event
from app.runs.files import read_arrays
from app.runs.run import Run
from app.runs.store import Store

RECORDED = "recorded"
"""Its id."""
FOLDER = Path(__file__).parent / "recorded"
EVENTS = "events.jsonl"
WEIGHTS = "weights.npz"
GRAIN = np.float32(1 / 50)
"""Its weights are whole multiples of this: so fifteen snapshots fit into less than a megabyte."""


def adopt_recorded_run(store: Store) -> None:
    """Make the recorded run an ordinary finished one, unless it is there already."""
    texts = (FOLDER / EVENTS).read_text().splitlines()
    if [text for _, text in store.events(RECORDED)] != texts:
        events = [Event.from_wire(text) for text in texts]
        store.adopt(Run.told(RECORDED, events), events)


class RecordedFiles:
    """The snapshots of the recorded run: all in one file, each as its difference from the one before."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def snapshots(self) -> list[int]:
        """Steps whose weights are kept, ascending."""
        steps: list[int] = self._arrays["steps"].tolist()
        return steps

    def snapshot(self, step: int) -> dict[str, NDArray[np.float32]]:
        """The weights after `step` updates, named W1, b1, W2, b2 and so on."""
        place = self.snapshots().index(step)
        return {name: array[place] * GRAIN for name, array in self._arrays.items() if name != "steps"}

    def memory(self, _step: int) -> None:
        """What the optimizer remembered: it is not here, for it would not fit into a megabyte."""

    @cached_property
    def _arrays(self) -> Mapping[str, NDArray[np.int8]]:
        """Steps, and the weights of all of them in grains: a byte each, summed up along the snapshots."""
        arrays = read_arrays(self._folder / WEIGHTS)
        for name in arrays.keys() - {"steps"}:
            for before, after in pairwise(arrays[name]):
                np.add(before, after, out=after)
        return arrays
