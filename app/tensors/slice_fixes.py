"""Slice fixes: slices that a shape allows, close to one that it does not."""

from app.errors import InvalidError
from app.tensors.slices import Index, Part, read_slice, spelt_index, spread
from app.tensors.spelling import Shape


def nearby(text: str, shape: Shape) -> tuple[str, ...]:
    """Up to three slices that work."""
    try:
        index = read_slice(text)
    except InvalidError:
        return ("...",)
    if len(index) - index.count(...) > len(shape):
        index = index[: len(shape)]
    alike = (inside(spread(index, shape), shape, whole) for whole in (False, True))
    return tuple(dict.fromkeys(spelt_index(one) or "..." for one in alike))


def inside(index: Index, shape: Shape, whole: bool) -> Index:
    """Every single index that is not there made the last that is, or the whole axis."""
    return tuple(part_inside(part, length, whole) for part, length in zip(index, shape, strict=True))


def part_inside(part: Part, length: int, whole: bool) -> Part:
    """One of them."""
    if not isinstance(part, int) or -length <= part < length:
        return part
    return slice(None) if whole or length == 0 else length - 1
