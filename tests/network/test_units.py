"""Units are ranked by what they say and by how far they moved."""

import numpy as np

from app.network.units import by_activity, by_change, by_class, highest

ACTIVITY = np.zeros((10, 3), np.float32)
ACTIVITY[:, 0] = 1
ACTIVITY[7, 1] = 5


def test_the_most_active_unit_says_most_on_average() -> None:
    assert np.allclose(by_activity(ACTIVITY), [1, 0.5, 0])


def test_a_unit_belongs_to_the_class_for_which_it_says_more_than_for_the_others() -> None:
    assert np.allclose(by_class(ACTIVITY, 7), [0, 5, 0])
    assert np.allclose(by_class(ACTIVITY, 3), [0, -5 / 9, 0])


def test_a_unit_has_moved_as_far_as_its_column() -> None:
    before = np.zeros((4, 2), np.float32)
    assert np.allclose(by_change(before + np.array([1, 0.5], np.float32), before), [2, 1])


def test_the_highest_come_first_and_nan_last() -> None:
    scores = np.array([1, np.nan, 3, 2], np.float32)
    assert highest(scores, 2).tolist() == [2, 3]
    assert highest(scores, 9).tolist() == [2, 3, 0, 1]
