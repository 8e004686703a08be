"""Real training on real digits: exact where that is promised, and equal to Keras' own."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app.digits.mnist import Bytes, Mnist, Split, vectors
from app.network.batches import epoch_order, training_labels
from app.network.evaluation import evaluate
from app.network.forward import network
from app.network.model import build, optimizer
from app.network.spec import SGD, Adagrad, Adam, HiddenLayer, Optimizer, RMSprop, Spec
from app.network.training import Trainer

# 16 updates an epoch; with 500 images, the last update has only 20.
SMALL = Spec(hidden=(HiddenLayer(units=24),), train_samples=512, batch_size=32)
PARTIAL = SMALL.model_copy(update={"train_samples": 500})

OPTIMIZERS = {
    "sgd": SGD(),
    "sgd with momentum": SGD(momentum=0.9),
    "sgd with nesterov": SGD(momentum=0.9, nesterov=True),
    "rmsprop": RMSprop(),
    "rmsprop with momentum": RMSprop(momentum=0.5),
    "adagrad": Adagrad(learning_rate=0.01),
    "adam": Adam(),
}
every_optimizer = pytest.mark.parametrize("chosen", OPTIMIZERS.values(), ids=OPTIMIZERS)

Arrays = dict[str, NDArray[Any]]


def small(**changes: Any) -> Spec:
    return SMALL.model_copy(update=changes)


def train(trainer: Trainer, *counts: int) -> list[float]:
    """The loss of each update."""
    return [loss for count in counts for loss in trainer.run(count)[0].tolist()]


def same(first: Arrays, second: Arrays) -> bool:
    return first.keys() == second.keys() and all(np.array_equal(first[name], second[name]) for name in first)


def test_the_chapters_network_learns_to_read_digits(digits: Mnist) -> None:
    trainer = Trainer(Spec(), digits)
    for _ in range(5):
        losses, accuracies = trainer.run(469)
    assert trainer.step == trainer.spec.steps == 2345
    assert losses.mean() < 0.05
    assert accuracies.mean() > 0.985
    assert trainer.evaluate()[1] >= 0.975


def test_the_same_spec_gives_the_same_weights_bit_for_bit(digits: Mnist) -> None:
    first, second = Trainer(PARTIAL, digits), Trainer(PARTIAL, digits)
    assert train(first, 16, 16) == train(second, 16, 16)
    assert same(first.state(), second.state())


def test_another_seed_gives_other_weights(digits: Mnist) -> None:
    first, second = Trainer(SMALL, digits), Trainer(small(seed=1), digits)
    assert train(first, 1) != train(second, 1)


def test_how_the_updates_are_cut_does_not_matter(digits: Mnist) -> None:
    spec = small(train_samples=1300, batch_size=10)
    whole, cut = Trainer(spec, digits), Trainer(spec, digits)
    assert train(whole, 130, 130) == train(cut, 1, 2, 64, 50, 13, 65, 65)
    assert same(whole.state(), cut.state())


@every_optimizer
def test_a_restored_training_goes_on_as_if_nothing_had_happened(
    chosen: Optimizer, digits: Mnist, tmp_path: Path
) -> None:
    spec = small(optimizer=chosen)
    undisturbed, resumed = Trainer(spec, digits), Trainer(spec, digits)
    train(undisturbed, 16, 5)
    np.savez(tmp_path / "state.npz", allow_pickle=False, **undisturbed.state())
    with np.load(tmp_path / "state.npz") as state:
        resumed.restore(state)
    assert (resumed.step, resumed.left_in_epoch) == (21, 11)
    assert train(resumed, 11) == train(undisturbed, 11)
    assert same(resumed.state(), undisturbed.state())


@every_optimizer
def test_keras_own_fit_on_the_same_batches_ends_at_the_same_weights(chosen: Optimizer, digits: Mnist) -> None:
    spec = small(optimizer=chosen)
    trainer, order = Trainer(spec, digits), epoch_order(spec, 0)
    losses = train(trainer, 16)
    model = build(spec)
    model.compile(optimizer=optimizer(spec), loss="sparse_categorical_crossentropy")
    x, y = vectors(digits.train.images[order]), digits.train.labels[order]
    history = model.fit(x, y, batch_size=spec.batch_size, shuffle=False, verbose=0).history
    assert np.mean(losses) == pytest.approx(history["loss"][0], abs=1e-4)
    for ours, theirs in zip(trainer.weights().values(), model.get_weights(), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=2e-4)


def test_every_update_tells_loss_and_accuracy_of_its_own_batch(digits: Mnist) -> None:
    trainer, order = Trainer(PARTIAL, digits), epoch_order(PARTIAL, 0)
    for first in range(0, 500, 32):
        batch = order[first : first + 32]
        expected = judged(trainer, digits.train.images[batch], digits.train.labels[batch])
        (loss,), (accuracy,) = trainer.run(1)
        assert (loss, accuracy) == pytest.approx(expected, abs=1e-5)


def test_noisy_labels_are_what_is_learned(digits: Mnist) -> None:
    spec = small(label_noise=0.5, batch_size=512)
    trainer = Trainer(spec, digits)
    learned = training_labels(spec, digits.train.labels)
    expected = judged(trainer, digits.train.images[:512], learned)
    (loss,), (accuracy,) = trainer.run(1)
    assert (loss, accuracy) == pytest.approx(expected, abs=1e-5)


def test_a_network_that_learned_from_shuffled_pixels_reads_digits_as_they_are(digits: Mnist) -> None:
    plain, mixed = Trainer(SMALL, digits), Trainer(small(shuffle_pixels=True), digits)
    assert train(plain, 1) != train(mixed, 1)
    train(mixed, 15)
    assert mixed.evaluate()[1] > 0.4
    assert mixed.evaluate() == pytest.approx(judged(mixed, *vars(digits.test).values()), abs=1e-4)


def test_an_epoch_ends_with_its_partial_batch(digits: Mnist) -> None:
    trainer = Trainer(PARTIAL, digits)
    assert trainer.left_in_epoch == 16
    train(trainer, 12)
    assert (trainer.step, trainer.left_in_epoch) == (12, 4)
    train(trainer, 4)
    assert (trainer.step, trainer.left_in_epoch) == (16, 16)


def test_a_batch_larger_than_all_images_is_all_images(digits: Mnist) -> None:
    trainer = Trainer(small(train_samples=7), digits)
    assert trainer.left_in_epoch == 1
    _, (accuracy,) = trainer.run(1)
    assert accuracy * 7 == pytest.approx(round(accuracy * 7))


@pytest.mark.parametrize("count", [0, 17])
def test_a_run_stays_within_its_epoch(count: int, digits: Mnist) -> None:
    with pytest.raises(ValueError, match="1 to 16 possible"):
        Trainer(SMALL, digits).run(count)


def test_evaluation_is_over_the_whole_test_set(digits: Mnist) -> None:
    trainer = Trainer(SMALL, digits)
    train(trainer, 16)
    expected = judged(trainer, digits.test.images, digits.test.labels)
    assert trainer.evaluate() == pytest.approx(expected, abs=1e-4)


def test_weights_once_taken_do_not_change(digits: Mnist) -> None:
    trainer = Trainer(SMALL, digits)
    taken = trainer.weights()
    kept = {name: array.copy() for name, array in taken.items()}
    train(trainer, 16)
    assert same(taken, kept)
    assert not same(taken, trainer.weights())


@pytest.mark.parametrize(
    "hidden",
    [(), [HiddenLayer(units=32, activation=name) for name in ("relu", "tanh", "relu", "sigmoid")]],
    ids=["no hidden layer", "four"],
)
def test_any_number_of_layers_learns(hidden: tuple[HiddenLayer, ...], digits: Mnist) -> None:
    trainer = Trainer(small(hidden=tuple(hidden), optimizer=Adam(learning_rate=0.01)), digits)
    losses = train(trainer, 16, 16, 16)
    assert list(trainer.weights()) == [f"{name}{i}" for i in range(1, len(hidden) + 2) for name in "Wb"]
    assert np.mean(losses[-8:]) < np.mean(losses[:8]) / 2


def test_a_diverging_training_is_told_not_raised(digits: Mnist) -> None:
    trainer = Trainer(small(optimizer=SGD(learning_rate=1000), hidden=(HiddenLayer(),) * 2), digits)
    losses = train(trainer, 16)
    assert not np.isfinite(losses[-1])


def judged(trainer: Trainer, images: Bytes, labels: Bytes) -> tuple[float, float]:
    """Loss and accuracy in NumPy, of the weights as they are."""
    judgement = evaluate(network(trainer.spec, trainer.weights()), Split(images, labels))
    return judgement.loss, judgement.accuracy
