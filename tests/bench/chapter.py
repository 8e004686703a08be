"""A program: the chapter's own code, timed in a process of its own: `fit`, `products` or `predict`."""

import json
import sys
import time
from collections.abc import Callable

import numpy as np

from app.digits.mnist import load, vectors
from app.network.backend import keras, tf

EPOCHS, UPDATES, BATCH = 5, 469, 128
PREDICTIONS = 200


def model() -> keras.Model:
    """The chapter's network, compiled."""
    layers = keras.layers
    network = keras.Sequential([layers.Dense(512, activation="relu"), layers.Dense(10, activation="softmax")])
    network.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def fit() -> list[float]:
    """Seconds of the chapter's `model.fit`."""
    train = load().train
    images, network = vectors(train.images), model()
    return [seconds(lambda: network.fit(images, train.labels, epochs=EPOCHS, batch_size=BATCH, verbose=0))]


def products() -> list[float]:
    """Seconds of the five matrix products of each update alone, compiled, with nothing around them."""
    rng = np.random.default_rng(0)
    shapes = ((BATCH, 784), (784, 512), (512, 10), (BATCH, 10))
    x, w1, w2, dz2 = (tf.constant(rng.random(shape, np.float32)) for shape in shapes)

    @tf.function(jit_compile=True)  # type: ignore[untyped-decorator]
    def run(updates: tf.Tensor) -> tf.Tensor:
        i, dw1 = tf.constant(0), tf.zeros((784, 512))
        while i < updates:
            a1 = x @ (w1 + 1e-9 * dw1)
            dz = dz2 + 1e-9 * (a1 @ w2)
            dw2 = tf.transpose(a1) @ dz
            dw1 = tf.transpose(x) @ (dz @ tf.transpose(w2 + 1e-9 * dw2))
            i += 1
        return dw1

    run(tf.constant(1))
    return [seconds(lambda: run(tf.constant(EPOCHS * UPDATES)).numpy())]


def predict() -> list[float]:
    """Seconds of each `model.predict` of one digit."""
    image, network = vectors(load().test.images[:1]), model()
    network.predict(image, verbose=0)
    return [seconds(lambda: network.predict(image, verbose=0)) for _ in range(PREDICTIONS)]


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps({"fit": fit, "products": products, "predict": predict}[sys.argv[1]]()))
