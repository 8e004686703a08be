"""Reading code: each reading of a dot product as loops, from `a` and `b` to `result`."""

from app.tensors.cells import named
from app.tensors.handshake import Handshake
from app.tensors.readings import Reading
from app.tensors.spelling import spelt


def code_of(reading: Reading, hands: Handshake, dtype: str) -> str:
    """The lines of a reading, from `a` and `b` to `result`."""
    if hands.a_axis is None:
        return "result = a * b"
    start = "zeros" if reading == "outer_products" else "empty"
    lines = {"row_column": cell_lines, "outer_products": outer_lines, "columns": column_lines}[reading]
    return f"result = np.{start}({spelt(hands.result)}, {dtype!r})\n{lines(hands)}"


def cell_lines(hands: Handshake) -> str:
    """A loop over the cells of the result."""
    place = tuple("ijlmno"[: len(hands.result)])
    terms = f"np.sum({named('a', hands.row(place))} * {named('b', hands.column(place))})"
    return loop(place, hands.result, f"{filled(place)} = {terms}")


def outer_lines(hands: Handshake) -> str:
    """A loop over the axis that vanishes."""
    left, right = hands.slices("k")
    product = f"np.multiply.outer({named('a', left)}, {named('b', right)})"
    return f"for k in range({hands.lengths[0]}):\n    result += {product}"


def column_lines(hands: Handshake) -> str:
    """A loop over the columns of the result."""
    tail = tuple("jlmno"[: len(hands.result) - hands.kept])
    line = (*(None,) * hands.kept, *tail)
    weight = named(
        "b", tuple("k" if axis == hands.b_axis else i for axis, i in enumerate(hands.column(line)))
    )
    terms = f"sum({weight} * {named('a', hands.slices('k')[0])} for k in range({hands.lengths[0]}))"
    return loop(tail, hands.result[hands.kept :], f"{filled(line)} = {terms}")


def filled(line: tuple[str | None, ...]) -> str:
    """The part of the result that a line of code fills; a scalar is filled as `result[()]`."""
    return named("result", line or ("()",))


def loop(names: tuple[str, ...], lengths: tuple[int, ...], body: str) -> str:
    """A line of code for all indices of some axes at once."""
    if not names:
        return body
    if len(names) == 1:
        return f"for {names[0]} in range({lengths[0]}):\n    {body}"
    return f"for {', '.join(names)} in np.ndindex{spelt(lengths)}:\n    {body}"
