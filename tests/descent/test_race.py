"""A race keeps every place of every optimizer, up to where its way ends."""

import numpy as np

from app.descent.optimizers import Optimizer
from app.descent.race import race
from app.tensors.spelling import Tensor


def parabola(points: Tensor) -> tuple[Tensor, Tensor]:
    """The sum of squares, and twice the point."""
    return np.sum(points**2, axis=1), 2 * points


SGD = Optimizer(name="sgd", learning_rate=0.25)


def test_each_place_is_the_one_before_minus_rate_times_gradient() -> None:
    [path] = race(parabola, [SGD], np.array([4.0]), 3)
    assert path.points.ravel().tolist() == [4, 2, 1, 0.5]
    assert path.losses.tolist() == [16, 4, 1, 0.25]
    assert path.gradients.ravel().tolist() == [8, 4, 2, 1]
    assert path.is_finite


def test_optimizers_do_not_know_of_each_other() -> None:
    others = [SGD, Optimizer(name="adam"), Optimizer(name="sgd", learning_rate=1000)]
    together = race(parabola, others, np.array([1.0, -3.0]), 30)
    for optimizer, path in zip(others, together, strict=True):
        [alone] = race(parabola, [optimizer], np.array([1.0, -3.0]), 30)
        assert np.array_equal(alone.points, path.points)


def test_it_ends_where_the_loss_is_low_enough() -> None:
    [path] = race(parabola, [SGD], np.array([4.0]), 30, until=1)
    assert (path.losses.tolist(), path.arrived) == ([16, 4, 1], True)


def test_it_ends_at_the_first_number_that_is_none() -> None:
    [path] = race(parabola, [Optimizer(name="sgd", learning_rate=1000)], np.array([1.0]), 200)
    assert len(path.losses) < 200
    assert not path.is_finite
    assert np.isfinite(path.losses[:-1]).all()
