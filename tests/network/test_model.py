"""The Keras objects are what the spec says."""

import numpy as np
import pytest

from app.network.backend import keras
from app.network.model import build, optimizer
from app.network.spec import SGD, Adagrad, Adam, HiddenLayer, Optimizer, RMSprop, Spec


def test_the_default_model_is_the_chapters() -> None:
    model = build(Spec())
    assert model.input_shape == (None, 784)
    assert [(layer.units, layer.activation.__name__) for layer in model.layers] == [
        (512, "relu"),
        (10, "softmax"),
    ]
    assert model.count_params() == 407_050


def test_every_layer_of_the_spec_becomes_a_dense_layer() -> None:
    spec = Spec(hidden=(HiddenLayer(units=5, activation="tanh"), HiddenLayer(units=4, activation="sigmoid")))
    model = build(spec)
    assert [tuple(layer.kernel.shape) for layer in model.layers] == [(784, 5), (5, 4), (4, 10)]
    assert [layer.activation.__name__ for layer in model.layers] == ["tanh", "sigmoid", "softmax"]
    assert model.count_params() == spec.parameters


def test_the_first_weights_follow_from_the_seed() -> None:
    keras.utils.set_random_seed(5)
    first = build(Spec(seed=1)).get_weights()
    keras.utils.set_random_seed(6)
    again = build(Spec(seed=1)).get_weights()
    other = build(Spec(seed=2)).get_weights()
    assert all(map(np.array_equal, first, again))
    assert not np.array_equal(first[0], other[0])


def test_layers_of_one_shape_start_with_different_weights() -> None:
    layers = build(Spec(hidden=(HiddenLayer(units=10), HiddenLayer(units=10)))).layers
    assert not np.array_equal(layers[1].kernel, layers[2].kernel)


def test_the_largest_seed_can_be_built() -> None:
    assert np.isfinite(build(Spec(hidden=(), seed=2**31 - 1)).get_weights()[0]).all()


@pytest.mark.parametrize(
    "chosen",
    [
        SGD(learning_rate=0.5, momentum=0.75, nesterov=True),
        RMSprop(learning_rate=0.5, rho=0.25, momentum=0.125),
        Adagrad(learning_rate=0.5),
        Adam(learning_rate=0.5, beta_1=0.25, beta_2=0.75),
    ],
    ids=lambda chosen: chosen.name,
)
def test_every_setting_reaches_the_keras_optimizer(chosen: Optimizer) -> None:
    built = optimizer(Spec(optimizer=chosen))
    settings = chosen.model_dump()
    assert type(built).__name__.lower() == settings.pop("name")
    assert {name: built.get_config()[name] for name in settings} == settings


@pytest.mark.parametrize("chosen", [SGD(), RMSprop(), Adagrad(), Adam()], ids=lambda chosen: chosen.name)
def test_the_defaults_are_those_of_keras(chosen: Optimizer) -> None:
    ours, theirs = optimizer(Spec(optimizer=chosen)), keras.optimizers.get(chosen.name)
    assert {**ours.get_config(), "name": ""} == {**theirs.get_config(), "name": ""}
