"""The plane of a run: orthonormal axes, the losses of the networks, and gradients that fit them."""

import numpy as np
import pytest

from app.descent.plane import FEWEST_DIGITS, MOST_DIGITS, Plane, digits_for, farthest, square
from app.errors import ConflictError
from app.network.forward import Layer, Network, before_softmax, cross_entropy, forward

X = np.random.default_rng(0).random((32, 784), np.float32)
Y = np.random.default_rng(1).integers(10, size=32).astype(np.uint8)


def network(seed: int, units: int = 16, activation: str = "tanh") -> Network:
    """A network of two hidden layers with small random weights."""
    random = np.random.default_rng(seed)
    sizes = [(784, units, activation), (units, units, activation), (units, 10, "softmax")]
    return tuple(
        Layer(
            (0.1 * random.standard_normal((inputs, outputs))).astype(np.float32),
            (0.1 * random.standard_normal(outputs)).astype(np.float32),
            name,
        )
        for inputs, outputs, name in sizes
    )


def loss(network: Network) -> float:
    """Its own loss on the digits."""
    return float(cross_entropy(forward(before_softmax(network), X)[-1], Y).mean())


FIRST, LAST, THIRD, OTHER = (network(seed) for seed in range(4))
PLANE = Plane(FIRST, LAST, THIRD, X, Y)


def test_the_three_lie_in_it_with_their_own_losses() -> None:
    for corner in (FIRST, LAST, THIRD):
        footprint = PLANE.footprint(corner)
        assert footprint.away == pytest.approx(0, abs=0.02)
        assert footprint.loss == pytest.approx(loss(corner), rel=1e-5)
        assert PLANE.loss(*footprint.point) == pytest.approx(loss(corner), rel=1e-4)
    assert PLANE.footprint(FIRST).point == pytest.approx((0, 0))
    assert PLANE.footprint(LAST).point[1] == pytest.approx(0, abs=1e-4)


def test_another_lies_beside_it_at_a_distance_that_pythagoras_knows() -> None:
    footprint = PLANE.footprint(OTHER)
    way = sum(
        float(np.sum((a.kernel - b.kernel) ** 2) + np.sum((a.bias - b.bias) ** 2))
        for a, b in zip(OTHER, FIRST, strict=True)
    )
    assert footprint.away > 1
    assert np.square(footprint.point).sum() + footprint.away**2 == pytest.approx(way, rel=1e-4)


def test_a_gradient_is_the_slope_of_the_losses_beside() -> None:
    footprint = PLANE.footprint(THIRD)
    (x, y), nudge = footprint.point, 0.05
    across = (PLANE.loss(x + nudge, y) - PLANE.loss(x - nudge, y)) / (2 * nudge)
    up = (PLANE.loss(x, y + nudge) - PLANE.loss(x, y - nudge)) / (2 * nudge)
    assert footprint.gradient == pytest.approx((across, up), rel=0.02, abs=1e-3)


def test_the_ground_has_the_losses_of_its_places() -> None:
    points = np.array([PLANE.footprint(corner).point for corner in (FIRST, LAST, THIRD)])
    ground = PLANE.ground(points, "a plane")
    assert ground.y is not None
    for i, j in [(0, 0), (3, 7), (-1, -1)]:
        assert ground.values[j][i] == pytest.approx(PLANE.loss(ground.x[i], ground.y[j]), rel=1e-3)
    assert all(ground.x[0] < x < ground.x[-1] and ground.y[0] < y < ground.y[-1] for x, y in points)


def test_the_window_is_a_square_around_all_points() -> None:
    (left, right), (low, high) = square(np.array([[0, 0], [10, 0], [5, 2]]))
    assert right - left == pytest.approx(high - low) == pytest.approx(13)


def test_the_moment_farthest_from_the_line_is_found() -> None:
    half = np.float32(0.5)
    halfway = tuple(
        Layer(half * (a.kernel + b.kernel), half * (a.bias + b.bias), a.activation)
        for a, b in zip(FIRST, LAST, strict=True)
    )
    assert farthest([FIRST, halfway, OTHER, LAST], FIRST, LAST) == 2
    with pytest.raises(ConflictError, match="do not span"):
        Plane(FIRST, LAST, halfway, X, Y)


def test_a_larger_network_is_seen_on_fewer_digits() -> None:
    assert digits_for(FIRST) == MOST_DIGITS
    assert digits_for(network(0, 2048)) < MOST_DIGITS
    assert digits_for(network(0, 2048)) >= FEWEST_DIGITS
