"""Small real trainings, and one playground for all tests of this room."""

from collections.abc import Iterator

import pytest

from app.network.spec import HiddenLayer, Spec
from app.runs.engine import Job
from app.runs.local_engine import LocalEngine
from app.runs.runs import Runs
from app.runs.saver import Notice
from app.runs.train import train

SMALL = HiddenLayer(units=8)
TINY = Spec(hidden=(SMALL,), train_samples=300, epochs=2, batch_size=32)
LONG = Spec(hidden=(HiddenLayer(units=32),), train_samples=2000, epochs=12, batch_size=20, seed=3)
ENDLESS = Spec(hidden=(SMALL,), epochs=100)


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    """A playground with real worker processes."""
    with_engine = Runs(tmp_path_factory.mktemp("runs"), LocalEngine())
    with_engine.open()
    yield with_engine
    with_engine.close()


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Job, list[Notice]]:
    """LONG, trained without a break in this process: its job and all that was said."""
    job = Job("undisturbed", LONG, 1, tmp_path_factory.mktemp("undisturbed"), None)
    return job, trained(job)


def trained(job: Job) -> list[Notice]:
    """Everything that a training says, from its beginning to its end."""
    notices: list[Notice] = []
    train(job, notices.append, lambda: False)
    return notices
