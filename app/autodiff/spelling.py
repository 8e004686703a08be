"""Spelling: how an operation or a derivative of a graph is written, with the names of its own operands."""

from app.autodiff.forward import Values
from app.autodiff.graph import CONSTANT, Edge, Graph, Node
from app.autodiff.operations.operation import Spelling, code


def spelt(graph: Graph, values: Values, node: Node, spelling: Spelling, constant: str = "{}") -> str:
    """A spelling with the node's operands in their places; `constant` writes numbers among numbers only."""
    template = code(spelling, *(values[parent].shape for parent in node.parents))
    names = dict(zip("ab", operand_names(graph, node, constant), strict=False))
    return template.format(y=node.name, g=gradient_name(node), **names)


def operand_names(graph: Graph, node: Node, constant: str) -> list[str]:
    """The names of a node's operands; a constant is its number."""
    operands = [graph.nodes[parent] for parent in node.parents]
    alone = all(operand.op == CONSTANT for operand in operands)
    return [
        operand.name if operand.op != CONSTANT else number(operand, constant if alone else "{}")
        for operand in operands
    ]


def number(constant: Node, template: str = "{}") -> str:
    """A constant as code, in brackets if it is negative."""
    text = repr(constant.number)
    return template.format(f"({text})" if text.startswith("-") and template == "{}" else text)


def gradient_name(node: Node) -> str:
    """What code calls the gradient of the result with respect to a node."""
    return f"grad_{node.name}"


def rule(graph: Graph, values: Values, edge: Edge) -> str:
    """What flows along an edge, as NumPy would write it: grad_x1 * w."""
    child = graph.nodes[edge.child]
    return spelt(graph, values, child, child.operation.derivatives[edge.operand].rule)
