"""Plain Keras loads the file, and finds in it what the run trained."""

from pathlib import Path

import numpy as np
import pytest

from app.digits.mnist import Mnist, vectors
from app.network.backend import keras
from app.network.evaluation import evaluate
from app.network.forward import network
from app.network.keras_file import keras_file
from app.network.model import build, optimizer
from app.network.spec import SGD, Adagrad, Adam, HiddenLayer, RMSprop, Spec
from app.network.training import Trainer

SPECS = {
    "no hidden layer": Spec(hidden=()),
    "deep": Spec(
        hidden=(HiddenLayer(units=8, activation="tanh"), HiddenLayer(units=7, activation="sigmoid"))
    ),
    "sgd with momentum": Spec(hidden=(), optimizer=SGD(momentum=0.9, nesterov=True)),
    "sgd": Spec(hidden=(), optimizer=SGD(learning_rate=0.5)),
    "rmsprop with momentum": Spec(hidden=(), optimizer=RMSprop(momentum=0.5, rho=0.8)),
    "adagrad": Spec(hidden=(), optimizer=Adagrad()),
    "adam": Spec(hidden=(HiddenLayer(units=8),), optimizer=Adam(beta_1=0.8)),
}


def loaded(spec: Spec, weights: dict[str, np.ndarray], folder: Path) -> keras.Model:
    """What Keras makes of our file."""
    (folder / "model.keras").write_bytes(keras_file(spec, network(spec, weights)))
    return keras.models.load_model(folder / "model.keras")


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_keras_loads_the_model_that_it_would_build(spec: Spec, tmp_path: Path) -> None:
    expected, settings = build(spec), optimizer(spec)
    settings.build(expected.trainable_variables)
    names = [f"{kind}{i}" for i in range(1, len(spec.layers) + 1) for kind in "Wb"]
    model = loaded(spec, dict(zip(names, expected.get_weights(), strict=True)), tmp_path)
    assert [layer.name for layer in model.layers] == [layer.name for layer in expected.layers]
    for ours, theirs in zip(model.get_weights(), expected.get_weights(), strict=True):
        assert np.array_equal(ours, theirs)
    x = np.random.default_rng(0).random((5, 784), np.float32)
    np.testing.assert_allclose(model(x), expected(x), atol=1e-6)
    assert {**model.optimizer.get_config(), "name": ""} == {**settings.get_config(), "name": ""}
    for ours, theirs in zip(model.optimizer.variables, settings.variables, strict=True):
        assert np.array_equal(ours.numpy(), theirs.numpy())


def test_what_a_run_trained_evaluates_to_the_same_and_can_go_on(tmp_path: Path, digits: Mnist) -> None:
    spec = Spec(hidden=(HiddenLayer(units=16),), train_samples=640, batch_size=64)
    trainer = Trainer(spec, digits)
    trainer.run(10)
    model = loaded(spec, trainer.weights(), tmp_path)
    images = vectors(digits.test.images)
    loss, accuracy = model.evaluate(images, digits.test.labels, batch_size=1000, verbose=0)
    judgement = evaluate(network(spec, trainer.weights()), digits.test)
    assert accuracy == pytest.approx(judgement.accuracy, abs=1e-7)
    assert loss == pytest.approx(judgement.loss, rel=1e-5)
    assert model.fit(images[:640], digits.test.labels[:640], epochs=2, verbose=0).history["accuracy"][1] > 0.5
