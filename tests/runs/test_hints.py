"""Small real trainings go wrong in the typical ways, and are told so; one that goes well is left in peace."""

from pathlib import Path

import pytest

from app.network.spec import SGD, Adam, HiddenLayer, RMSprop, Spec
from app.runs.course import course
from app.runs.engine import Job
from app.runs.events import Event
from app.runs.hints import hint
from tests.runs.conftest import trained

WIDE = (HiddenLayer(units=64),)
SPECS = {
    None: Spec(hidden=WIDE, train_samples=3000, epochs=2),
    "diverged": Spec(hidden=WIDE, optimizer=SGD(learning_rate=1000), train_samples=2000, epochs=1),
    "overshooting": Spec(hidden=WIDE, optimizer=RMSprop(learning_rate=0.3), train_samples=2000, epochs=2),
    "plateau": Spec(
        hidden=(HiddenLayer(units=8, activation="sigmoid"),) * 4,
        optimizer=SGD(),
        train_samples=4000,
        batch_size=10,
        epochs=2,
    ),
    "slow": Spec(hidden=(), optimizer=SGD(learning_rate=1e-4), train_samples=1000, batch_size=10, epochs=5),
    "overfitting": Spec(hidden=WIDE, optimizer=Adam(learning_rate=0.01), train_samples=100, epochs=60),
    "noisy_labels": Spec(hidden=WIDE, train_samples=10_000, label_noise=0.5, epochs=2),
    "linear": Spec(hidden=(), train_samples=10_000, epochs=12),
}


@pytest.mark.parametrize(("code", "spec"), SPECS.items(), ids=map(str, SPECS))
def test_a_real_training_is_told_what_is_typical_of_it(code: str | None, spec: Spec, tmp_path: Path) -> None:
    notices = trained(Job("a", spec, 1, tmp_path, None))
    told = hint(course(spec, [notice for notice in notices if isinstance(notice, Event)]))
    assert (told and told.code) == code
