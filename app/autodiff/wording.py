"""Wording: numbers, operations and derivatives as sentences have them."""

from app.autodiff.forward import Values
from app.autodiff.graph import Edge, Graph, Node
from app.autodiff.operations.operation import Operation, Spelling, code
from app.tensors.spelling import Tensor, spelt

DIGITS = 4
FEW = 3
"""Numbers of a vector that are read out."""


def number(value: Tensor | float) -> str:
    """A number with the digits that matter and a real minus: 0.7311, −2."""
    text = f"{float(value):.{DIGITS}g}".replace("inf", "∞").replace("nan", "NaN")
    return ("0" if text == "-0" else text).replace("-", "−")


def numbers(tensor: Tensor) -> str:
    """A scalar, a short vector, or the shape of what is larger."""
    if tensor.ndim == 0:
        return number(tensor)
    if tensor.ndim == 1 and tensor.size <= FEW:
        return f"[{', '.join(map(number, tensor))}]"
    return f"a tensor of shape {spelt(tensor.shape)}"


def named(graph: Graph, node: int) -> str:
    """How sentences call a node; the result is the loss, unless a variable is called so."""
    is_loss = node == graph.result and graph.nodes[node].parents and "loss" not in graph.variables
    return "loss" if is_loss else graph.nodes[node].name


def formula(graph: Graph, node: Node) -> str:
    """What a node computes, of the names of its operands: x1 + b."""
    return applied(node.operation, [named(graph, parent) for parent in node.parents])


def applied(operation: Operation, operands: list[str]) -> str:
    """An operation with these operands: 3 * 2, abs(x3), −(−1)."""
    if operation.symbol.isidentifier():
        return f"{operation.symbol}({', '.join(operands)})"
    inside = [f"({text})" if text.startswith(("−", "-")) else text for text in operands]
    return f" {operation.symbol} ".join(inside) if len(inside) > 1 else f"−{inside[0]}"


def derivative(graph: Graph, values: Values, edge: Edge) -> str:
    """The local derivative along an edge, of names: 2 * x1; empty where it is none."""
    return written(graph, values, edge, graph.nodes[edge.child].operation.derivatives[edge.operand].local)


def rule(graph: Graph, values: Values, edge: Edge) -> str:
    """What an edge makes of the gradient g that comes to it, of names: g @ W.T."""
    return written(graph, values, edge, graph.nodes[edge.child].operation.derivatives[edge.operand].rule)


def written(graph: Graph, values: Values, edge: Edge, spelling: Spelling) -> str:
    """A spelling of an operation, with the names of its operands, of its result, and of the gradient g."""
    parents = graph.nodes[edge.child].parents
    template = code(spelling, *(values[parent].shape for parent in parents)).replace("np.", "")
    names = [named(graph, parent) for parent in parents]
    return template.format(g="g", y=named(graph, edge.child), a=names[0], b=names[-1])
