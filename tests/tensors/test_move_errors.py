"""What is said about a move that does not work holds the real numbers."""

from app.tensors.move_errors import axis_is_longer, no_such_axis, not_a_permutation, reshape_does_not_fit


def test_a_reshape_counts_numbers_and_places() -> None:
    problem = reshape_does_not_fit((2, 3), (4, 2)).problem
    assert problem.what == "(2, 3) holds 6 numbers; (4, 2) holds 8 numbers."
    assert problem.shapes == {"before": (2, 3), "asked": (4, 2)}


def test_three_numbers_are_not_one() -> None:
    what = reshape_does_not_fit((3,), ()).problem.what
    assert what == "(3,) holds 3 numbers; () has no axis, it is a scalar and holds 1 number."


def test_an_open_length_needs_a_multiple() -> None:
    assert reshape_does_not_fit((2, 3), (4, -1)).problem.what.endswith("(4, -1) holds a multiple of 4.")


def test_the_axes_that_are_there_are_named() -> None:
    assert not_a_permutation((2, 3, 4), (0, 0)).problem.expected == "each of 0, 1, 2, once"
    assert no_such_axis("The tensor", 5, 3).problem.expected == "from -3 to 2"
    assert no_such_axis("It", 1, 1).problem.what == "It has 1 axis, and none of them is axis 1."


def test_an_axis_counted_from_the_end_is_marked_where_it_is() -> None:
    assert axis_is_longer((2, 3), -1).problem.axis == 1
