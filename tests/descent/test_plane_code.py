"""The lines for a plane have a product for each layer, and name the snapshots that they load."""

import ast

import numpy as np
import pytest

from app.descent.plane_code import ACTIVATION, plane_code
from app.network.forward import ACTIVATIONS, Layer
from app.network.spec import Spec


def layer(activation: str) -> Layer:
    """A layer of which only the activation counts."""
    return Layer(np.zeros((1, 1), np.float32), np.zeros(1, np.float32), activation)


@pytest.mark.parametrize("hidden", [(), ("relu",), ("sigmoid", "tanh", "relu")])
def test_every_layer_has_its_line(hidden: tuple[str, ...]) -> None:
    lines = plane_code("mine", Spec(), (0, 20, 5), (*map(layer, hidden), layer("softmax")), 256)
    ast.parse(lines)
    assert lines.count(" @ w[") == len(hidden) + 1
    assert all(f"    a = {ACTIVATION[name]}" in lines for name in hidden)
    assert 'np.load(f"mine-{step}.npz")) for step in (0, 20, 5)' in lines


@pytest.mark.parametrize("name", ACTIVATION)
def test_an_activation_is_written_as_it_is_computed(name: str) -> None:
    z = np.linspace(-3, 3, 7, dtype=np.float32)
    assert np.allclose(eval(ACTIVATION[name], {"np": np, "z": z}), ACTIVATIONS[name](z))
