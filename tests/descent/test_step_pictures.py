"""A step is seen by its digits and by a bounded picture of every tensor."""

import numpy as np

from app.descent.step_pictures import MOST_DIGITS, batch, pictured, unpictured
from app.descent.update import every_tensor
from app.network.spec import Spec
from tests.descent.steps import step_of


def test_every_tensor_has_its_shape_and_a_bounded_picture() -> None:
    training = step_of(Spec(batch_size=64))
    for name, tensor in every_tensor(training).items():
        shown = pictured(training)[name]
        assert (shown.shape, shown.dtype) == (tensor.shape, str(tensor.dtype))
        assert shown.heat
        assert np.size(shown.heat.values) <= 48 * 48
        assert unpictured(training)[name].heat is None


def test_of_a_large_batch_only_the_first_digits_are_told() -> None:
    training = step_of(Spec(hidden=(), batch_size=500))
    told = batch(training)
    assert (told.size, len(told.places), len(told.losses)) == (500, MOST_DIGITS, MOST_DIGITS)
    assert told.places == tuple(training.batch.places[:MOST_DIGITS].tolist())
    assert told.labels == tuple(training.tensor("y")[:MOST_DIGITS].tolist())
    assert told.predicted == tuple(training.tensor("P")[:MOST_DIGITS].argmax(axis=1).tolist())
