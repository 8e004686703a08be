"""Cells: how one number of a tensor is named and found."""

from app.tensors.spelling import Place, Shape


def named(tensor: str, place: Place) -> str:
    """A cell as code names it: a[0, 1]; a scalar is its only cell."""
    return f"{tensor}[{', '.join(map(str, place))}]" if place else tensor


def source(place: Place, shape: Shape) -> Place:
    """Where an operand of that shape is read for a place of the result: a stretched axis is read at 0."""
    own = place[len(place) - len(shape) :]
    return tuple(0 if length == 1 else i for i, length in zip(own, shape, strict=True))
