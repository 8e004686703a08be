"""The loop is compiled once and tells of every update."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.digits.mnist import Mnist, Split
from app.network.backend import tf
from app.network.batches import MOST_UPDATES
from app.network.evaluation import evaluate
from app.network.forward import network
from app.network.loop import Loop, on_device
from app.network.model import build, optimizer
from app.network.spec import HiddenLayer, Spec

SPEC = Spec(hidden=(HiddenLayer(units=12),), batch_size=16)

TRAINING = """
from app.digits.mnist import load
from app.network.spec import HiddenLayer, Spec
from app.network.training import Trainer
trainer = Trainer(Spec(hidden=(HiddenLayer(units=12),), train_samples=1605, batch_size=16), load())
for count in (1, 2, 3, 64, 30, 1, 101):
    trainer.run(count)
    trainer.evaluate()
"""


@pytest.fixture
def loop(digits: Mnist) -> Loop:
    return Loop(build(SPEC), optimizer(SPEC), Split(digits.train.images[:160], digits.train.labels[:160]))


def test_batches_of_one_size_are_compiled_once_and_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XLA_FLAGS", f"--xla_dump_to={tmp_path}")
    done = subprocess.run([sys.executable, "-c", TRAINING], capture_output=True, text=True, check=True)
    compiled = [file.name for file in tmp_path.glob("*.before_optimizations.txt")]
    assert (done.stdout, done.stderr) == ("", "")
    assert sum("updates" in name for name in compiled) == 2, "one for whole batches, one for the rest"
    assert sum("judge" in name for name in compiled) == 1


def test_each_update_tells_the_loss_and_accuracy_before_it(digits: Mnist) -> None:
    model = build(SPEC)
    loop = Loop(model, optimizer(SPEC), digits.train)
    order = np.random.default_rng(0).integers(60_000, size=(3, 16), dtype=np.int32)
    for row, batch in enumerate(order):
        names = ("W1", "b1", "W2", "b2")
        before = network(SPEC, dict(zip(names, model.get_weights(), strict=True)))
        losses, accuracies = loop.updates(tf.constant(order), tf.constant(row), tf.constant(1))
        judgement = evaluate(before, Split(digits.train.images[batch], digits.train.labels[batch]))
        expected = judgement.loss, judgement.accuracy
        assert (float(losses[0]), float(accuracies[0])) == pytest.approx(expected, abs=1e-5)


def test_a_call_does_as_many_updates_as_asked(loop: Loop) -> None:
    order = tf.constant(np.arange(160, dtype=np.int32).reshape(10, 16))
    losses, accuracies = loop.updates(order, tf.constant(2), tf.constant(5))
    assert losses.shape == accuracies.shape == (MOST_UPDATES,)
    assert np.count_nonzero(losses) == 5


def test_images_lie_on_the_device_as_bytes(digits: Mnist) -> None:
    images, labels = on_device(Split(digits.test.images[:5], digits.test.labels[:5]))
    assert (images.shape, images.dtype) == ((5, 784), tf.uint8)
    assert labels.numpy().tolist() == [7, 2, 1, 0, 4]


def test_judging_gives_one_verdict_an_image(loop: Loop, digits: Mnist) -> None:
    loss, hits = loop.judge(*on_device(Split(digits.test.images[:100], digits.test.labels[:100])))
    assert hits.shape == (100,)
    assert loss > 0
