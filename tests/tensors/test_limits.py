"""Nothing is so large that it could not be looked at."""

import pytest

from app.errors import InvalidError
from app.tensors.limits import MOST_FILLED, MOST_TYPED, check_shape


@pytest.mark.parametrize("shape", [(), (0,), (1,) * 6, (64, 3, 32, 10), (MOST_FILLED,)])
def test_what_can_be_looked_at_passes(shape: tuple[int, ...]) -> None:
    check_shape(shape)


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ((1,) * 7, "too_many_axes"),
        ((2, -1), "negative_axis"),
        ((MOST_FILLED + 1,), "too_many_elements"),
        ((10**4000, 10**4000), "too_many_elements"),
        ((0, 10**30), "too_many_elements"),
    ],
)
def test_what_cannot_is_refused_by_name(shape: tuple[int, ...], code: str) -> None:
    with pytest.raises(InvalidError) as refused:
        check_shape(shape)
    assert refused.value.problem.code == code


def test_typed_numbers_have_a_limit_of_their_own() -> None:
    check_shape((MOST_TYPED,), MOST_TYPED)
    with pytest.raises(InvalidError):
        check_shape((MOST_TYPED + 1,), MOST_TYPED)
