"""Notebook: a run to be repeated in Jupyter, from its first weights on, update by update."""

from collections.abc import Iterator
from typing import Any

from app.network.code_strip import load_code, optimizer_code
from app.network.spec import Spec

Cell = dict[str, Any]


def notebook(spec: Spec, name: str, test_accuracy: float | None) -> dict[str, Any]:
    """An .ipynb (nbformat 4.5) that trains what the run trained; the chapter's network to the last bit."""
    cells = [
        {**cell, "id": f"cell-{number}"} for number, cell in enumerate(_cells(spec, name, test_accuracy))
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


def _cells(spec: Spec, name: str, test_accuracy: float | None) -> Iterator[Cell]:
    yield _text(f"# {name}", "", *_facts(spec))
    yield _code(*_IMPORTS)
    yield _text(
        "## The digits", "", "28 × 28 bytes become vectors of 784; what is learned lies in one tensor."
    )
    yield _code(*load_code(spec), "", *_TENSORS)
    yield _text("## The network", "", "The seed decides the first weights.")
    yield _code(*_model(spec))
    yield _text("## One update", "", "Forward pass, loss, gradients, a small step: compiled, as in the run.")
    yield _code(*_UPDATE)
    yield _text("## The training", "", "The seed and the epoch decide the order of the images.")
    yield _code(*_training(spec))
    yield _text("## Test accuracy", "", *_reached(test_accuracy))
    yield _code("test_accuracy()")


def _facts(spec: Spec) -> list[str]:
    return [
        f"{spec.parameters:,} parameters, {spec.train_samples:,} images, {spec.epochs} epochs of "
        f"{spec.updates_per_epoch} updates. Needs `keras` and `tensorflow`, nothing else.",
    ]


def _reached(test_accuracy: float | None) -> list[str]:
    if test_accuracy is None:
        return ["The run itself has not been evaluated."]
    return [f"The run itself reached {test_accuracy:.4f}."]


_IMPORTS = (
    "import os",
    "",
    'os.environ["KERAS_BACKEND"] = "tensorflow"',
    "",
    "import keras",
    "import numpy as np",
    "import tensorflow as tf",
)

_TENSORS = (
    "images = tf.constant(train_images.reshape(-1, 784))",
    "labels = tf.constant(train_labels, tf.int32)",
    'test_inputs = test_images.reshape(-1, 784).astype("float32") / 255',
)

_UPDATE = (
    "@tf.function(jit_compile=True)",
    "def update(batch):",
    "    x = tf.cast(tf.gather(images, batch), tf.float32) / 255",
    "    y_true = tf.gather(labels, batch)",
    "    with tf.GradientTape() as tape:",
    "        loss = loss_function(y_true, model(x))",
    "    optimizer.apply(tape.gradient(loss, model.trainable_variables))",
    "    return loss",
    "",
    "",
    "def test_accuracy():",
    "    return float(np.mean(np.argmax(model(test_inputs), axis=-1) == test_labels))",
)


def _model(spec: Spec) -> list[str]:
    return [
        f"seeds = np.random.SeedSequence({spec.seed}).generate_state({len(spec.layers)}).tolist()",
        "",
        "",
        "def dense(units, activation):",
        "    first_weights = keras.initializers.GlorotUniform(seeds.pop(0))",
        "    return keras.layers.Dense(units, activation=activation, kernel_initializer=first_weights)",
        "",
        "",
        "model = keras.Sequential([",
        "    keras.Input((784,)),",
        *(f'    dense({layer.units}, "{layer.activation}"),' for layer in spec.layers),
        "])",
        f"optimizer = {optimizer_code(spec.optimizer)}",
        "optimizer.build(model.trainable_variables)",
        "loss_function = keras.losses.SparseCategoricalCrossentropy()",
    ]


def _training(spec: Spec) -> list[str]:
    n = spec.train_samples
    return [
        f"for epoch in range({spec.epochs}):",
        f"    order = np.random.default_rng([{spec.seed}, epoch]).permutation({n})",
        f"    for first in range(0, {n}, {spec.batch_size}):",
        f"        loss = update(tf.constant(order[first : first + {spec.batch_size}], tf.int32))",
        '    print(f"epoch {epoch + 1}: last loss {loss:.4f}, test accuracy {test_accuracy():.4f}")',
    ]


def _text(*lines: str) -> Cell:
    return {"cell_type": "markdown", "metadata": {}, "source": _source(lines)}


def _code(*lines: str) -> Cell:
    cell = {"cell_type": "code", "metadata": {}, "source": _source(lines)}
    return {**cell, "execution_count": None, "outputs": []}


def _source(lines: tuple[str, ...]) -> list[str]:
    return "\n".join(lines).splitlines(keepends=True)
