"""Forward: the value of every node, from the variables to the result."""

import math
from collections.abc import Mapping

import numpy as np

from app.autodiff import misfits
from app.autodiff.graph import CONSTANT, VARIABLE, Graph, Node
from app.tensors.limits import MOST_TYPED, check_shape, too_many_elements
from app.tensors.spelling import Shape, Tensor

MOST_AXES = 2
MOST_NUMBERS = 262_144
"""In all values of a graph together."""

Values = tuple[Tensor, ...]
"""The value of each node, float64."""


def forward(graph: Graph, values: Mapping[str, Tensor]) -> Values:
    """The value of every node of the graph, for values of rank 0 to 2 of its variables.

    Errors: `missing_value`, `too_many_axes`, `no_elements`, `too_many_elements`; with the `place` of the node
    `shapes_do_not_broadcast`, `no_handshake`, `no_last_axis`.
    """
    found: list[Tensor] = []
    numbers = 0
    for node in graph.nodes:
        shape = shape_of(node, graph, values, found)
        numbers += math.prod(shape)
        check_shape(shape)
        if numbers > MOST_NUMBERS:
            raise too_many_elements(shape, MOST_NUMBERS)
        found.append(value_of(node, values, found))
    return tuple(found)


def shape_of(node: Node, graph: Graph, values: Mapping[str, Tensor], found: list[Tensor]) -> Shape:
    """The shape of a node, known before its value is computed."""
    if node.op == CONSTANT:
        return ()
    if node.op == VARIABLE:
        return checked(node, values).shape
    shapes = [found[parent].shape for parent in node.parents]
    shape = node.operation.shape(*shapes)
    if shape is None:
        raise misfits.misfit(node, [graph.nodes[parent].text for parent in node.parents], shapes)
    return shape


def checked(node: Node, values: Mapping[str, Tensor]) -> Tensor:
    """The value given for a variable."""
    if node.name not in values:
        raise misfits.missing_value(node)
    value = np.asarray(values[node.name])
    if value.ndim > MOST_AXES or value.size == 0:
        raise misfits.wrong_rank(node, value.shape)
    check_shape(value.shape, MOST_TYPED)
    return value


def value_of(node: Node, values: Mapping[str, Tensor], found: list[Tensor]) -> Tensor:
    """The value of a node, from those of its operands."""
    if node.op == CONSTANT:
        return np.asarray(node.number)
    if node.op == VARIABLE:
        return np.asarray(values[node.name], np.float64)
    return node.operation(*(found[parent] for parent in node.parents))
