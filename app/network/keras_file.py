"""A network as a .keras file, which plain Keras loads: written without Keras, which takes seconds to come.

A zip of two JSON files, what the model is and who wrote it, and the weights as HDF5:
https://keras.io/api/models/model_saving_apis/model_saving_and_loading
"""

import json
from collections.abc import Sequence
from importlib.metadata import version
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from app.digits.mnist import PIXELS
from app.network.code_strip import OPTIMIZERS
from app.network.forward import Floats, Network, weights
from app.network.spec import SGD, Adagrad, Adam, Dense, Optimizer, RMSprop, Spec

ADAGRAD_START = 0.1
"""What Keras' Adagrad starts its sums of squares with."""


def keras_file(spec: Spec, network: Network) -> bytes:
    """The content of the file: the spec's model with these weights, compiled, its optimizer fresh."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("metadata.json", json.dumps({"keras_version": version("keras")}))
        archive.writestr("config.json", json.dumps(model_config(spec)))
        archive.writestr("model.weights.h5", weights_file(spec, network))
    return file.getvalue()


def model_config(spec: Spec) -> dict[str, Any]:
    """What `model.get_config()` tells; what is left out is Keras' default."""
    layers = [dense_config(number, layer) for number, layer in enumerate(spec.layers, 1)]
    inputs = keras_object("keras.layers", "InputLayer", {"batch_shape": [None, PIXELS], "name": "pixels"})
    model = keras_object("keras", "Sequential", {"name": "network", "layers": [inputs, *layers]})
    return {**model, "build_config": {"input_shape": [None, PIXELS]}, "compile_config": compile_config(spec)}


def dense_config(number: int, layer: Dense) -> dict[str, Any]:
    """One layer."""
    config = {"name": f"dense_{number}", "units": layer.units, "activation": layer.activation}
    return {
        **keras_object("keras.layers", "Dense", config),
        "build_config": {"input_shape": [None, layer.inputs]},
    }


def compile_config(spec: Spec) -> dict[str, Any]:
    """What `model.compile` was told."""
    settings = spec.optimizer.model_dump()
    return {
        "optimizer": keras_object("keras.optimizers", OPTIMIZERS[settings.pop("name")], settings),
        "loss": "sparse_categorical_crossentropy",
        "metrics": ["accuracy"],
    }


def keras_object(module: str, name: str, config: dict[str, Any]) -> dict[str, Any]:
    """How Keras writes down an object of its own."""
    return {"module": module, "class_name": name, "config": config, "registered_name": None}


def weights_file(spec: Spec, network: Network) -> bytes:
    """HDF5: the variables of each layer and of the optimizer, numbered as Keras does."""
    import h5py  # noqa: PLC0415  # twelve megabytes that only this needs

    file = BytesIO()
    with h5py.File(file, "w") as store:
        for place, layer in enumerate(network):
            write(store, f"layers/dense_{place}" if place else "layers/dense", [layer.kernel, layer.bias])
        write(store, "optimizer", fresh_optimizer(spec.optimizer, [*weights(network).values()]))
    return file.getvalue()


def write(store: Any, name: str, variables: Sequence[NDArray[Any]]) -> None:
    """Write the variables of one object in their order."""
    group = store.create_group(f"{name}/vars")
    for place, variable in enumerate(variables):
        group[str(place)] = variable


def fresh_optimizer(optimizer: Optimizer, variables: Sequence[Floats]) -> list[NDArray[Any]]:
    """Updates done, learning rate, and what an optimizer remembers of each variable at first."""
    empty = [np.zeros_like(variable) for variable in variables]
    memory: Sequence[Floats] = empty
    match optimizer:
        case SGD(momentum=0):
            memory = []
        case RMSprop(momentum=momentum) if momentum:
            memory = [*empty, *empty]
        case Adagrad():
            memory = [array + np.float32(ADAGRAD_START) for array in empty]
        case Adam():
            memory = [array for array in empty for _ in ("momentum", "velocity")]
    return [np.array(0), np.array(optimizer.learning_rate, np.float32), *memory]
