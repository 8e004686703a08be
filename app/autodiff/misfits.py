"""Misfits: what to say about values that an operation of the graph cannot take."""

from collections.abc import Sequence

from app.autodiff.graph import Node
from app.autodiff.operations import shapes as rules
from app.autodiff.refusals import refusal
from app.errors import InvalidError
from app.tensors.alignment import first_misfit
from app.tensors.spelling import Shape, spelt


def misfit(node: Node, texts: Sequence[str], shapes: Sequence[Shape]) -> InvalidError:
    """What to say about operands whose shapes have no result."""
    if node.operation.shape is rules.matrix_product:
        return no_handshake(node, texts, shapes)
    if node.operation.shape is rules.scalar_of_rows and shapes[0] != shapes[1]:
        return unequal_shapes(node, texts, shapes)
    if axis := first_misfit(shapes[0], shapes[-1]):
        return refusal(
            "shapes_do_not_broadcast",
            f"In {node.text}, axis {axis.axis} is {axis.a} long in {texts[0]}, {axis.b} in {texts[-1]}.",
            node.place,
            node.text,
            expected="equal lengths, or a length of 1, along every axis, counted from the last",
            got=" and ".join(map(spelt, shapes)),
            hint="Only an axis of length 1 can be stretched.",
            shapes=dict(zip(texts, shapes, strict=True)),
            axis=axis.axis,
        )
    return no_last_axis(node, shapes)


def no_handshake(node: Node, texts: Sequence[str], shapes: Sequence[Shape]) -> InvalidError:
    """What to say about a matrix product of two that do not fit."""
    a, b = shapes
    row, column = ((each[axis] if each else "no") for each, axis in ((a, -1), (b, 0)))
    return refusal(
        "no_handshake",
        f"In {node.text}, a row of {texts[0]} has {row} numbers and a column of {texts[1]} has {column}.",
        node.place,
        node.text,
        expected=f"as many columns in {texts[0]} as rows in {texts[1]}",
        got=f"{spelt(a)} and {spelt(b)}",
        hint="A scalar is multiplied with *." if not a or not b else "",
        shapes=dict(zip(texts, shapes, strict=True)),
        axis=len(a) - 1 if a else None,
    )


def unequal_shapes(node: Node, texts: Sequence[str], shapes: Sequence[Shape]) -> InvalidError:
    """What to say about distributions that cannot be compared."""
    return refusal(
        "unequal_shapes",
        f"In {node.text}, {texts[0]} and {texts[1]} have different shapes.",
        node.place,
        node.text,
        expected="one shape for both, with the classes along the last axis",
        got=" and ".join(map(spelt, shapes)),
        shapes=dict(zip(texts, shapes, strict=True)),
    )


def no_last_axis(node: Node, shapes: Sequence[Shape]) -> InvalidError:
    """What to say about one number where an operation needs rows of them."""
    return refusal(
        "no_last_axis",
        f"{node.text} goes along the last axis, and a scalar has none.",
        node.place,
        node.text,
        expected="a vector or a matrix",
        got=" and ".join(map(spelt, shapes)),
    )


def missing_value(node: Node) -> InvalidError:
    """What to say about a variable without a value."""
    return refusal(
        "missing_value",
        f"{node.name} has no value.",
        node.place,
        node.text,
        expected=f"a value for {node.name}",
    )


def wrong_rank(node: Node, shape: Shape) -> InvalidError:
    """What to say about a value that is neither scalar nor vector nor matrix."""
    code, what = ("too_many_axes", "too many axes") if len(shape) > 2 else ("no_elements", "no elements")
    return refusal(
        code,
        f"{node.name} has {what}.",
        node.place,
        node.text,
        expected="a scalar, a vector or a matrix",
        got=spelt(shape),
    )
