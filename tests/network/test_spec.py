"""The default is the chapter; everything else has limits."""

import pytest
from pydantic import ValidationError

from app.network.spec import HiddenLayer, Spec


def test_the_default_is_the_chapters_training() -> None:
    spec = Spec()
    assert spec.layers == ((784, 512, "relu"), (512, 10, "softmax"))
    assert (spec.optimizer.name, spec.optimizer.learning_rate) == ("rmsprop", 0.001)
    assert (spec.epochs, spec.batch_size, spec.train_samples) == (5, 128, 60_000)
    assert (spec.updates_per_epoch, spec.steps, spec.parameters) == (469, 2345, 407_050)


def test_each_layer_takes_what_the_one_before_gives() -> None:
    spec = Spec(
        hidden=(HiddenLayer(units=30, activation="tanh"), HiddenLayer(units=20, activation="sigmoid"))
    )
    assert spec.layers == ((784, 30, "tanh"), (30, 20, "sigmoid"), (20, 10, "softmax"))
    assert spec.parameters == 784 * 30 + 30 + 30 * 20 + 20 + 20 * 10 + 10


def test_without_hidden_layers_the_pixels_lead_straight_to_the_ten_probabilities() -> None:
    assert Spec(hidden=()).layers == ((784, 10, "softmax"),)


@pytest.mark.parametrize(("train_samples", "updates"), [(1, 1), (128, 1), (129, 2), (256, 2), (60_000, 469)])
def test_a_partial_batch_counts_as_an_update(train_samples: int, updates: int) -> None:
    assert Spec(train_samples=train_samples).updates_per_epoch == updates


@pytest.mark.parametrize(
    "settings",
    [
        {"hidden": [{"units": 0}]},
        {"hidden": [{"units": 8}] * 5},
        {"hidden": [{"units": 8, "activation": "softmax"}]},
        {"optimizer": {"name": "rmsprop", "learning_rate": 0}},
        {"optimizer": {"name": "rmsprop", "learning_rate": "NaN"}},
        {"optimizer": {"name": "rmsprop", "nesterov": True}},
        {"optimizer": {"name": "adamw"}},
        {"train_samples": 60_001},
        {"label_noise": 1.1},
        {"epoch": 5},
    ],
    ids=str,
)
def test_what_cannot_be_trained_is_refused(settings: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Spec.model_validate(settings)


def test_a_spec_survives_its_journey_as_json() -> None:
    spec = Spec.model_validate({"optimizer": {"name": "sgd", "momentum": 0.9, "nesterov": True}, "seed": 7})
    assert Spec.model_validate_json(spec.model_dump_json()) == spec
