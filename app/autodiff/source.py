"""Source: a graph as lines of code, forward and backward in NumPy, and with TensorFlow's own tape."""

from collections.abc import Callable, Collection, Iterator, Mapping

from app.autodiff.broadcast import stretched_axes
from app.autodiff.forward import Values
from app.autodiff.graph import VARIABLE, Edge, Graph, Node
from app.autodiff.operations.operation import Operation, Spelling
from app.autodiff.spelling import gradient_name, number, rule, spelt
from app.tensors.spelling import literal

NUMPY_NUMBER = "np.array({})"
TF_NUMBER = "tf.constant({}, dtype=tf.float64)"


def numpy_code(
    graph: Graph,
    values: Values,
    wrt: Collection[str] | None = None,
    texts: Mapping[str, str] | None = None,
) -> str:
    """The lines that compute `result`, and then `grad_x` for each variable x, by the chain rule.

    `texts` are what the values are written as, where not number by number.
    """
    given = [f"{name} = np.array({text})" for name, text in written(graph, values, texts).items()]
    forward = list(forward_lines(graph, values, lambda operation: operation.numpy, NUMPY_NUMBER))
    return "\n".join(
        ["import numpy as np", "", *given, "", *forward, "", *backward_lines(graph, values, wrt)]
    )


def tape_code(
    graph: Graph,
    values: Values,
    wrt: Collection[str] | None = None,
    texts: Mapping[str, str] | None = None,
) -> str:
    """The lines that compute `result` and, by `tf.GradientTape`, the `gradients` of the variables, a list.

    `texts` as above; what has one may also be a variable that the expression does not use.
    """
    names = list(graph.variables if wrt is None else wrt)
    given = [tape_value(name, text, name in names) for name, text in written(graph, values, texts).items()]
    forward = forward_lines(graph, values, lambda operation: operation.tensorflow, TF_NUMBER)
    taped = ["with tf.GradientTape() as tape:", *(f"    {line}" for line in forward)]
    asked = f"gradients = tape.gradient(result, [{', '.join(names)}])"
    lines = ["import tensorflow as tf", "", *given, "", *taped, asked]
    return "\n".join(["import numpy as np", *lines] if any("np." in line for line in lines) else lines)


def written(graph: Graph, values: Values, texts: Mapping[str, str] | None) -> dict[str, str]:
    """What each value is written as."""
    return {name: literal(values[node]) for name, node in graph.variables.items()} | dict(texts or {})


def tape_value(name: str, text: str, watched: bool) -> str:
    """A value as a tensor: what the tape watches is a variable."""
    kind = "Variable" if watched else "constant"
    return f"{name} = tf.{kind}({text}, dtype=tf.float64)"


def forward_lines(
    graph: Graph, values: Values, spelling: Callable[[Operation], Spelling], constant: str
) -> Iterator[str]:
    """One line an operation: x1 = x * w."""
    for node in graph.nodes:
        if node.parents:
            yield f"{node.name} = {spelt(graph, values, node, spelling(node.operation), constant)}"
    last = graph.nodes[graph.result]
    if not last.parents:
        yield f"result = {leaf(last, constant)}"


def leaf(node: Node, constant: str) -> str:
    """A variable by its name, a constant as code."""
    return node.name if node.op == VARIABLE else number(node, constant)


def backward_lines(graph: Graph, values: Values, wrt: Collection[str] | None) -> Iterator[str]:
    """One line an edge: grad_w = grad_x1 * x."""
    yield f"{gradient_name(graph.nodes[graph.result])} = np.ones_like(result)"
    met: set[int] = set()
    for edge in graph.edges(wrt):
        name = gradient_name(graph.nodes[edge.parent])
        earlier = f"{name} + " if edge.parent in met else ""
        met.add(edge.parent)
        yield f"{name} = {earlier}{summed(graph, values, edge)}"


def summed(graph: Graph, values: Values, edge: Edge) -> str:
    """What flows along an edge, summed over the axes along which the operand was stretched."""
    child, parent = values[edge.child].shape, values[edge.parent].shape
    flowing = rule(graph, values, edge)
    axes = stretched_axes(parent, child) if graph.nodes[edge.child].operation.elementwise else ()
    if not axes:
        return flowing
    kept = tuple(length for axis, length in enumerate(child) if axis not in axes)
    reshaped = "" if kept == parent else f".reshape({parent})"
    return f"np.sum({flowing}, axis={axes[0] if len(axes) == 1 else axes}){reshaped}"
