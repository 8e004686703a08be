"""What an update sees follows from the spec."""

import numpy as np
import pytest

from app.digits.mnist import Mnist, vectors
from app.network.batches import epoch_order, on_paper, pixel_order, shuffled, training_labels
from app.network.spec import Spec


def test_an_epoch_shows_every_training_image_once() -> None:
    order = epoch_order(Spec(train_samples=1000), 3)
    assert np.array_equal(np.sort(order), np.arange(1000))


def test_the_order_is_numpys_permutation_by_seed_and_epoch() -> None:
    expected = np.random.default_rng([7, 2]).permutation(60_000)
    assert np.array_equal(epoch_order(Spec(seed=7), 2), expected)


def test_every_epoch_and_every_seed_has_its_own_order() -> None:
    orders = [epoch_order(Spec(seed=seed), epoch)[:50].tolist() for seed in (0, 1) for epoch in (0, 1)]
    assert len(set(map(tuple, orders))) == 4


def test_without_noise_the_labels_are_those_of_mnist(digits: Mnist) -> None:
    labels = training_labels(Spec(train_samples=500), digits.train.labels)
    assert np.array_equal(labels, digits.train.labels[:500])


def test_full_noise_leaves_one_label_in_ten_right_by_chance(digits: Mnist) -> None:
    labels = training_labels(Spec(label_noise=1), digits.train.labels)
    assert np.mean(labels == digits.train.labels) == pytest.approx(0.1, abs=0.01)
    assert np.bincount(labels) == pytest.approx(np.full(10, 6000), rel=0.1)


def test_noise_changes_its_share_of_the_labels(digits: Mnist) -> None:
    changed = training_labels(Spec(label_noise=0.2), digits.train.labels) != digits.train.labels
    assert np.mean(changed) == pytest.approx(0.2 * 0.9, abs=0.01)


def test_noise_follows_from_the_seed(digits: Mnist) -> None:
    first, again, other = (
        training_labels(Spec(label_noise=0.5, seed=seed), digits.train.labels) for seed in (1, 1, 2)
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_pixels_stay_in_their_places_unless_they_are_to_be_shuffled(digits: Mnist) -> None:
    assert np.array_equal(pixel_order(Spec(seed=3)), np.arange(784))
    assert shuffled(Spec(seed=3), digits.test.images) is digits.test.images


def test_one_permutation_by_the_seed_shuffles_the_pixels_of_all_images(digits: Mnist) -> None:
    images, spec = digits.test.images[:5], Spec(shuffle_pixels=True, seed=3)
    order = np.random.default_rng([3, 1_000_001]).permutation(784)
    assert np.array_equal(shuffled(spec, images).reshape(5, 784), images.reshape(5, 784)[:, order])
    assert not np.array_equal(pixel_order(spec), pixel_order(Spec(shuffle_pixels=True, seed=4)))


def test_weights_of_shuffled_pixels_say_on_paper_what_they_said_in_training(digits: Mnist) -> None:
    spec, images = Spec(shuffle_pixels=True), digits.test.images[:5]
    rows = np.random.default_rng(0).normal(size=(784, 8)).astype("f")
    said = vectors(shuffled(spec, images)) @ rows
    np.testing.assert_allclose(vectors(images) @ on_paper(spec, rows), said, rtol=1e-4, atol=1e-4)
