"""Function: an expression of x, or of x and y, with its loss and gradient at many points at once."""

from difflib import get_close_matches

import numpy as np

from app.autodiff.graph import CONSTANT, VARIABLE, Graph, Node
from app.autodiff.parser import parse
from app.autodiff.refusals import refusal, replaced
from app.descent.landscapes import LANDSCAPES
from app.errors import InvalidError
from app.tensors.spelling import Tensor

AXES = ("x", "y")


class Function:
    """A landscape's formula. Each of its operations is element-wise, so points do not know of each other.

    Errors: those of `parse`; `unknown_landscape`, `not_element_wise`.
    """

    def __init__(self, expression: str) -> None:
        check_name(expression)
        self._graph = parse(expression, AXES)
        self.axes = 2 if AXES[1] in self._graph.variables else 1
        check_element_wise(self._graph)
        self._edges = self._graph.edges()
        ways = ((self._graph.nodes[edge.child], edge.operand) for edge in self._edges)
        kinks = ((node, node.operation.derivatives[operand].kink) for node, operand in ways)
        self._kinks = [(node, kink) for node, kink in kinks if kink]

    @np.errstate(all="ignore")
    def slope(self, points: Tensor) -> tuple[Tensor, Tensor]:
        """The losses (n,) and gradients (n, axes) at points (n, axes)."""
        values = self._values(points)
        gradients = self._gradients(values, np.ones(len(points)))
        return values[-1] + np.zeros(len(points)), np.stack(gradients, axis=-1)

    def kinks(self, points: Tensor) -> dict[str, Tensor]:
        """What there is to say where a slope does not exist, with true for each point (n,) of which it is."""
        found: dict[str, Tensor] = {}
        with np.errstate(all="ignore"):
            values = self._values(points)
        for node, kink in self._kinks:
            at = np.broadcast_to(kink.at(values[node.id], *(values[i] for i in node.parents)), len(points))
            found[kink.text] = at | found.get(kink.text, False)
        return found

    def kink_texts(self, points: Tensor) -> list[str]:
        """What there is to say at each point; nothing where its slope exists."""
        kinks = self.kinks(points)
        return [" ".join(text for text, at in kinks.items() if at[i]) for i in range(len(points))]

    def _values(self, points: Tensor) -> list[Tensor]:
        values: list[Tensor] = []
        for node in self._graph.nodes:
            values.append(value_of(node, points, values))
        return values

    def _gradients(self, values: list[Tensor], ones: Tensor) -> list[Tensor]:
        """The chain rule, as `autodiff.backward` tells it, without its questions about shapes."""
        totals = {self._graph.result: ones}
        for edge in self._edges:
            node = self._graph.nodes[edge.child]
            back = node.operation.derivatives[edge.operand].backward
            flow = back(totals[edge.child], values[edge.child], *(values[i] for i in node.parents))
            totals[edge.parent] = totals[edge.parent] + flow if edge.parent in totals else flow
        nodes = (self._graph.variables.get(name, -1) for name in AXES[: self.axes])
        return [totals.get(node, 0 * ones) for node in nodes]


def value_of(node: Node, points: Tensor, values: list[Tensor]) -> Tensor:
    """The value of a node at each point, from those of its operands."""
    if node.op == VARIABLE:
        return points[:, AXES.index(node.name)]
    if node.op == CONSTANT:
        return np.asarray(node.number)
    return np.asarray(node.operation.forward(*(values[i] for i in node.parents)))


def check_name(expression: str) -> None:
    """Refuse the name of a landscape that there is not.

    Errors: `unknown_landscape`.
    """
    if expression.isidentifier() and expression not in AXES:
        near = get_close_matches(expression, LANDSCAPES, cutoff=0.4)
        fixes = [replaced(name) for name in near]
        raise refusal(
            "unknown_landscape",
            "There is no such landscape.",
            0,
            expression,
            expected=f"{', '.join(LANDSCAPES)}; or an expression of x, or of x and y",
            got=expression,
            fixes=fixes,
        )


def check_element_wise(graph: Graph) -> None:
    """Refuse what makes one number of many: a landscape has one at each point.

    Errors: `not_element_wise`.
    """
    for node in graph.nodes:
        if node.parents and not node.operation.elementwise:
            raise not_element_wise(node)


def not_element_wise(node: Node) -> InvalidError:
    """What to say about a sum or a matrix product."""
    return refusal(
        "not_element_wise",
        f"x and y are single numbers, so {node.label!r} has nothing to work on.",
        node.place,
        node.text,
        expected="operations on single numbers",
        got=node.text[:40],
        hint="sum, mean, softmax, cross_entropy and @ are for tensors.",
    )
