"""Dense layers of the plane as lines of NumPy and of Keras."""

from collections.abc import Sequence

from app.tensors.plane_layer import PlaneLayer
from app.tensors.plane_story import product
from app.tensors.trace import Code


def plane_code(points: str, layers: Sequence[PlaneLayer], collapses: bool) -> Code:
    """The layers, after the lines that make `points`; and as one layer, where they collapse."""
    numbers = "".join(map(weights, range(1, len(layers) + 1), layers))
    start = f"import numpy as np\n\n{points}\n{numbers}\n"
    one = one_layer(len(layers), layers[-1].relu) if collapses and len(layers) > 1 else ""
    return Code(numpy=f"{start}{layered(layers)}{one}", keras=f"import keras\n{start}{model(layers)}")


def weights(n: int, layer: PlaneLayer) -> str:
    """The numbers of a layer."""
    return f"W{n}, b{n} = np.array({layer.affine.W.tolist()}), np.array({layer.affine.b.tolist()})\n"


def layered(layers: Sequence[PlaneLayer]) -> str:
    """One line a layer; points lie in rows, so W is transposed."""
    names = ["points", *(f"x{n}" for n in range(1, len(layers))), "result"]
    affine = [f"{names[n - 1]} @ W{n}.T + b{n}" for n in range(1, len(layers) + 1)]
    return "\n".join(
        f"{name} = {activated(dense, layer.relu)}"
        for name, dense, layer in zip(names[1:], affine, layers, strict=True)
    )


def one_layer(count: int, relu: bool) -> str:
    """The layer that does the same, and the proof."""
    W, b = product(count, " @ ")
    return f"\n\nW = {W}\nb = {b}\nassert np.allclose({activated('points @ W.T + b', relu)}, result)"


def activated(affine: str, relu: bool) -> str:
    """An expression under relu, or as it is."""
    return f"np.maximum({affine}, 0)" if relu else affine


def model(layers: Sequence[PlaneLayer]) -> str:
    """A model of Dense layers with these weights; a kernel is W transposed."""
    dense = ", ".join('Dense(2, "relu")' if layer.relu else "Dense(2)" for layer in layers)
    kernels = ", ".join(f"W{n}.T, b{n}" for n in range(1, len(layers) + 1))
    return "\n".join(
        (
            "Dense = keras.layers.Dense",
            f"model = keras.Sequential([keras.Input((2,)), {dense}])",
            f"model.set_weights([{kernels}])",
            "result = model(points)",
        )
    )
