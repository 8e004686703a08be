"""The program that a learner would write is run, and must train what the run trains."""

from typing import Any

import numpy as np
import pytest

from app.digits.mnist import Mnist, vectors
from app.network.backend import keras
from app.network.batches import shuffled, training_labels
from app.network.code_strip import keras_code
from app.network.model import build, optimizer
from app.network.spec import SGD, Adam, HiddenLayer, RMSprop, Spec

SPECS = {
    "the chapter": Spec(train_samples=200, epochs=1),
    "no hidden layer": Spec(
        train_samples=60, hidden=(), optimizer=SGD(momentum=0.9, nesterov=True), epochs=2
    ),
    "deep": Spec(
        train_samples=100,
        hidden=(HiddenLayer(units=9, activation="tanh"), HiddenLayer(units=8, activation="sigmoid")),
        optimizer=RMSprop(learning_rate=0.01, rho=0.5),
        batch_size=30,
        epochs=3,
    ),
    "noisy": Spec(
        train_samples=100, hidden=(), optimizer=Adam(beta_2=0.99), label_noise=0.3, epochs=1, seed=4
    ),
    "shuffled": Spec(train_samples=100, hidden=(), shuffle_pixels=True, epochs=1, seed=5),
}


@pytest.fixture
def executed(digits: Mnist, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a program on the bundled digits; its variables are the answer."""

    def load_data() -> Any:
        return tuple(
            (np.array(split.images), np.array(split.labels)) for split in (digits.train, digits.test)
        )

    def execute(code: str) -> dict[str, Any]:
        variables: dict[str, Any] = {}
        exec(code, variables)
        return variables

    monkeypatch.setattr(keras.datasets.mnist, "load_data", load_data)
    return execute


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_the_program_trains_what_the_run_trains(spec: Spec, executed: Any, digits: Mnist) -> None:
    variables = executed(keras_code(spec))
    model, expected = variables["model"], build(spec)
    assert [w.shape for w in model.get_weights()] == [w.shape for w in expected.get_weights()]
    assert [layer.activation for layer in model.layers] == [layer.activation for layer in expected.layers]
    assert {**model.optimizer.get_config(), "name": ""} == {**optimizer(spec).get_config(), "name": ""}
    assert int(model.optimizer.iterations.numpy()) == spec.steps
    for split in ("train", "test"):
        images = getattr(digits, split).images[: len(variables[f"{split}_images"])]
        assert np.array_equal(variables[f"{split}_images"], vectors(shuffled(spec, images)))
    assert len(variables["train_images"]) == spec.train_samples
    assert np.array_equal(variables["train_labels"], training_labels(spec, digits.train.labels))
    assert 0 <= variables["test_accuracy"] <= 1


def test_the_default_program_is_the_chapters() -> None:
    code = keras_code(Spec())
    assert 'keras.layers.Dense(512, activation="relu")' in code
    assert 'optimizer="rmsprop"' in code
    assert "reshape((60000, 28 * 28))" in code
    assert "epochs=5, batch_size=128" in code
    assert len([line for line in code.splitlines() if line]) <= 15


def test_what_a_run_does_not_use_is_not_in_its_program() -> None:
    code = keras_code(Spec(name="my run"))
    assert not any(word in code for word in ("random", "numpy", "noisy", "pixels", "seed", "my run", "[:"))


def test_a_seed_makes_the_program_repeatable(executed: Any) -> None:
    code = keras_code(Spec(train_samples=60, hidden=(), epochs=1, seed=9))
    first, again = (executed(code)["model"].get_weights() for _ in range(2))
    assert all(map(np.array_equal, first, again))
