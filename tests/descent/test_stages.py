"""A step is told stage by stage, forward, backward and through the update, for any network."""

import numpy as np
import pytest

from app.descent.stages import Stage, stages
from app.descent.update import every_tensor, update
from app.network.forward import weights
from app.network.spec import Adam, HiddenLayer, Spec
from app.network.training_step import TrainingStep
from tests.descent.steps import step_of


def told(training: TrainingStep) -> dict[str, Stage]:
    return {stage.key: stage for stage in stages(training, every_tensor(training))}


def test_the_chapters_step_has_its_stages_in_order() -> None:
    found = told(step_of(Spec()))
    forward, backward = (
        ["y", "X", "Z1", "A1", "Z2", "P", "loss"],
        ["dZ2", "dW2", "db2", "dA1", "dZ1", "dW1", "db1"],
    )
    assert list(found) == [*forward, *backward, "new_W1", "new_b1", "new_W2", "new_b2", "new_loss"]
    assert found["Z1"].title == "Z1 = X · W1 + b1"
    assert found["dW1"].formula == "Xᵀ · dZ1"
    assert found["db1"].formula == "sum of the rows of dZ1"
    assert found["new_W1"].tensors == ("W1", "dW1", "velocity_W1", "new_velocity_W1", "new_W1")


@pytest.mark.parametrize("hidden", [0, 1, 4])
def test_every_tensor_of_a_stage_exists_and_what_is_made_comes_last(hidden: int) -> None:
    training = step_of(Spec(hidden=(HiddenLayer(units=6, activation="tanh"),) * hidden, optimizer=Adam()))
    tensors = every_tensor(training)
    for key, stage in told(training).items():
        assert set(stage.tensors) <= tensors.keys()
        assert stage.tensors[-1] == key or key == "new_loss"
        assert stage.text.endswith(".")


def test_the_last_stage_compares_both_losses() -> None:
    training = step_of(Spec())
    before, after = float(training.tensor("loss")), update(training).loss
    assert after < before
    assert told(training)["new_loss"].text.startswith("With the new weights its loss falls from ")


def test_an_update_tells_how_far_it_moves() -> None:
    training = step_of(Spec(hidden=(), optimizer=Adam(learning_rate=0.001)))
    step = np.abs(weights(update(training).network)["W1"] - weights(training.network)["W1"])
    assert step.max() == pytest.approx(0.001, rel=0.01)
    assert (
        told(training)["new_W1"].text.endswith("by 1e−3 at most.")
        or "0.001 at most" in told(training)["new_W1"].text
    )


def test_label_noise_is_told_with_the_batch() -> None:
    training = step_of(Spec(label_noise=0.5, batch_size=100))
    wrong = int((training.batch.labels != training.train.labels[training.batch.places]).sum())
    assert 20 < wrong < 80
    assert f"{wrong} of its labels are wrong" in told(training)["y"].text
