"""Numbers in sentences are as long as they need to be."""

import pytest

from app.descent.numbers import number, place, vector


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-2.5, "−2.5"),
        (12345.678, "12350"),
        (0.0012345, "0.001234"),
        (0.00083, "8.3e−4"),
        (-1.5e30, "−1.5e30"),
        (float("inf"), "∞"),
        (float("-inf"), "−∞"),
        (float("nan"), "NaN"),
    ],
)
def test_four_digits_matter(value: float, text: str) -> None:
    assert number(value) == text


def test_a_place_and_a_vector_have_a_number_for_each_axis() -> None:
    assert (place([2]), place([1, -2])) == ("x = 2", "(1, −2)")
    assert (vector([2]), vector([1, -2])) == ("2", "(1, −2)")
