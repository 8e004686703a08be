"""The chapter's training loop, compiled: draw a batch, forward pass, loss, backward pass, update; again."""

from typing import Any

import numpy as np

from app.digits.mnist import PIXELS, Split
from app.network.backend import keras, tf
from app.network.batches import MOST_UPDATES


class Loop:
    """A model and an optimizer on their training data, which lies on the device as one tensor."""

    def __init__(self, model: Any, optimizer: Any, data: Split) -> None:
        self._model = model
        self._optimizer = optimizer
        self._loss = keras.losses.SparseCategoricalCrossentropy()
        self._images, self._labels = on_device(data)
        optimizer.build(model.trainable_variables)
        self.updates = tf.function(self._updates, autograph=False, jit_compile=True)
        self.judge = tf.function(self._judge, autograph=False, jit_compile=True)

    def _updates(self, order: Any, first: Any, count: Any) -> tuple[Any, Any]:
        """Update by the rows first, first + 1, … of `order`, (batches, batch size), indices of images.

        Returns loss and accuracy of each update, both (MOST_UPDATES,), meaningless from `count` on.
        """

        def update(i: Any, losses: Any, accuracies: Any) -> tuple[Any, Any, Any]:
            # A slice, order[first + i], would be compiled anew for each value; a gather is not.
            loss, accuracy = self._update(tf.gather(order, first + i))
            return i + 1, losses.write(i, loss), accuracies.write(i, accuracy)

        # Of one length, so that no count is compiled anew.
        empty = tf.TensorArray(tf.float32, MOST_UPDATES)
        _, losses, accuracies = tf.while_loop(lambda i, *_: i < count, update, (0, empty, empty))
        return losses.stack(), accuracies.stack()

    def _update(self, batch: Any) -> tuple[Any, Any]:
        """Change the weights a little, so that the loss on this batch shrinks."""
        images, labels = tf.gather(self._images, batch), tf.gather(self._labels, batch)
        with tf.GradientTape() as tape:
            loss, hits = self._judge(images, labels)
        self._optimizer.apply(tape.gradient(loss, self._model.trainable_variables))
        return loss, tf.reduce_mean(tf.cast(hits, tf.float32))

    def _judge(self, images: Any, labels: Any) -> tuple[Any, Any]:
        """Mean loss over images (n, 784) uint8, and which of them get their label as most probable, (n,)."""
        probabilities = self._model(tf.cast(images, tf.float32) / 255)
        hits = tf.argmax(probabilities, axis=-1, output_type=tf.int32) == labels
        return self._loss(labels, probabilities), hits


def on_device(data: Split) -> tuple[Any, Any]:
    """Images as a tensor (n, 784) uint8, labels as a tensor (n,) int32."""
    return tf.constant(data.images.reshape(-1, PIXELS)), tf.constant(data.labels.astype(np.int32))
