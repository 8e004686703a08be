"""A nudge of any parameter moves the loss as its gradient foretells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.descent.nudge import Nudge, nudged
from app.errors import InvalidError
from app.network.forward import weights
from app.network.spec import HiddenLayer, Spec
from tests.descent.steps import step_of

HIDDEN = (HiddenLayer(units=12, activation="tanh"), HiddenLayer(units=8, activation="sigmoid"))
TRAINING = step_of(Spec(hidden=HIDDEN, batch_size=32))


@settings(max_examples=40)
@given(st.data())
def test_the_difference_is_the_gradient(data: st.DataObject) -> None:
    known = weights(TRAINING.network)
    name = data.draw(st.sampled_from(list(known)))
    index = tuple(data.draw(st.integers(0, length - 1)) for length in known[name].shape)
    told = nudged(TRAINING, Nudge(tensor=name, index=index))
    assert told.difference == pytest.approx(told.gradient, abs=1e-6)
    assert told.error == abs(told.difference - told.gradient)
    assert (told.above - told.below) / (2 * told.by) == told.difference


@pytest.mark.parametrize(
    ("tensor", "index", "code"), [("dW1", (0, 0), "unknown_tensor"), ("W1", (0, 12), "no_such_element")]
)
def test_only_a_parameter_that_there_is_can_be_nudged(tensor: str, index: tuple[int, ...], code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        nudged(TRAINING, Nudge(tensor=tensor, index=index))
    assert refused.value.problem.code == code
