"""Evened: lists that are no tensor, changed a little so that they are one."""

from collections.abc import Callable, Iterator
from typing import Any

from app.errors import InvalidError
from app.tensors.entries import Entries, leaves
from app.tensors.spelling import Shape


def evened(values: Any) -> Iterator[tuple[str, Any]]:
    """What was done, and the lists after it; only what then is a tensor."""
    return ((title, changed) for title, changed in candidates(values) if is_tensor(changed))


def is_tensor(values: Any) -> bool:
    """Whether the lists are even now."""
    try:
        return Entries(values=values).tensor().size > 0
    except InvalidError:
        return False


def candidates(values: Any) -> Iterator[tuple[str, Any]]:
    """All strings, or all lists of one kind equally long."""
    if any(isinstance(leaf, str) for leaf in leaves(values)):
        yield "make strings of all", quoted(values)
    for title, wanted in (("fill up with 0", max), ("cut to the shortest", min)):
        lengths = lengths_of(values, wanted)
        if lengths is not None:
            yield title, fitted(values, lengths)


def quoted(values: Any) -> Any:
    """Each entry as a string."""
    return [quoted(entry) for entry in values] if isinstance(values, list) else str(values)


def lengths_of(values: Any, wanted: Callable[..., int]) -> Shape | None:
    """One length for all lists of a level; None where a number stands beside a list."""
    if not isinstance(values, list):
        return ()
    inner = [lengths_of(entry, wanted) for entry in values]
    known = [lengths for lengths in inner if lengths is not None]
    if len(known) < len(inner) or len({len(lengths) for lengths in known}) > 1:
        return None
    return (len(values), *(wanted(level) for level in zip(*known, strict=True)))


def fitted(values: Any, lengths: Shape) -> Any:
    """The lists cut or filled to those lengths."""
    if not lengths:
        return values
    entries = [fitted(entry, lengths[1:]) for entry in values[: lengths[0]]]
    return entries + [zeros(lengths[1:]) for _ in range(lengths[0] - len(entries))]


def zeros(lengths: Shape) -> Any:
    """Lists of zeros."""
    return [zeros(lengths[1:]) for _ in range(lengths[0])] if lengths else 0
