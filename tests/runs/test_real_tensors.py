"""The tensors that a question names are those of the run's step."""

from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest

from app.digits import mnist
from app.errors import InvalidError, UnknownError
from app.network.spec import Spec
from app.runs.archive import Archive
from app.runs.events import RunQueued
from app.runs.real_tensors import Finder, all_tensors, names
from app.runs.recorded import RECORDED
from app.runs.store import Store
from app.tensors.operand import Operand


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Nobody has trained yet: beside the recorded run there is one that waits."""
    folder = tmp_path_factory.mktemp("data")
    archive = Archive(folder)
    archive.open()
    with closing(archive), closing(Store(folder / "runs.db")) as store:
        store.create("waits", RunQueued(spec=Spec()))
        yield archive


@pytest.fixture(scope="module")
def find(archive: Archive) -> Finder:
    """Where its tensors are found."""
    return Finder(archive, lambda: mnist.load().train)


def test_the_product_before_the_bias_is_one_of_them(archive: Archive) -> None:
    step = archive.training_step(RECORDED, 938, mnist.load().train)
    tensors = all_tensors(step)
    assert list(tensors) == list(names(step))
    assert np.allclose(tensors["XW1"] + tensors["b1"], tensors["Z1"], atol=1e-5)
    assert np.allclose(tensors["A1W2"] + tensors["b2"], tensors["Z2"], atol=1e-5)
    assert list(tensors).index("XW1") + 1 == list(tensors).index("Z1")


def test_without_run_and_step_it_is_the_newest(find: Finder) -> None:
    found = find(Operand(name="W2"))
    assert (found.run, found.step) == (RECORDED, 1876)
    assert found.tensor().shape == (512, 10)


@pytest.mark.parametrize(
    ("operand", "error", "titles"),
    [
        (Operand(name="W1", run=RECORDED, step=900), UnknownError, ["after 938 updates"]),
        (Operand(name="W9", run=RECORDED, step=938), InvalidError, ["W2", "W1", "dW2"]),
        (Operand(name="W1", run="nobody"), UnknownError, ["of the newest run"]),
        (Operand(name="W1", run="waits"), UnknownError, ["of the newest run"]),
        (Operand(name="W1", slice="0", run="waits", step=3), UnknownError, ["of the newest run"]),
        (
            Operand(name="b2", slice="10", run=RECORDED, step=938),
            InvalidError,
            ["b2[9]", "b2[:]", "all of b2"],
        ),
    ],
)
def test_of_what_is_not_there_something_similar_is(
    find: Finder, operand: Operand, error: type[Exception], titles: list[str]
) -> None:
    with pytest.raises(error):
        find(operand)
    ways = list(find.instead(operand))
    assert [title for title, _ in ways] == titles
    assert all(way.tensor().size for _, way in ways)
