"""A step by Keras goes on from any memory, exactly as the training does."""

import numpy as np
import pytest

from app.digits.mnist import Mnist, vectors
from app.network.batches import batch
from app.network.keras_step import keras_step
from app.network.spec import SGD, Adam, HiddenLayer, Optimizer, RMSprop, Spec
from app.network.training import Trainer


@pytest.mark.parametrize("optimizer", [SGD(), SGD(momentum=0.9), RMSprop(momentum=0.5), Adam()], ids=str)
def test_it_makes_the_update_that_the_training_makes(optimizer: Optimizer, digits: Mnist) -> None:
    spec = Spec(hidden=(HiddenLayer(units=8),), optimizer=optimizer, train_samples=300, batch_size=100)
    trainer = Trainer(spec, digits)
    trainer.run(2)
    drawn = batch(spec, digits.train, 2)
    samples = vectors(drawn.images), drawn.labels
    after = keras_step(spec, trainer.weights(), trainer.memory(), 2, samples)
    trainer.run(1)
    for name, expected in trainer.weights().items():
        np.testing.assert_allclose(after[name], expected, atol=2e-6)
