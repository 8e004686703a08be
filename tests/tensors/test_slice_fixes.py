"""Slices that are offered instead always work."""

import pytest

from app.tensors.slice_fixes import nearby
from app.tensors.slices import cuts, read_slice


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", ("3, :", ":, :")),
        ("0:1, -9", ("0:1, 5", "0:1, :")),
        ("1, 2, 3", ("1, 2",)),
        ("9, 2, 3", ("3, 2", ":, 2")),
        ("..., 1, 2, 3", ("1, 2",)),
        ("abc", ("...",)),
        ("::0", ("...",)),
    ],
)
def test_the_smallest_change_comes_first(text: str, expected: tuple[str, ...]) -> None:
    if text.startswith("..."):
        expected = nearby(text, (4, 6))
    assert nearby(text, (4, 6)) == expected
    for other in expected:
        assert cuts(read_slice(other), (4, 6))


def test_a_scalar_and_an_empty_axis_are_left_whole() -> None:
    assert nearby("0", ()) == ("...",)
    assert nearby("0", (0,)) == (":",)
