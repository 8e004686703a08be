"""Builder: a graph in the making; what has been met before is the same node again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from app.autodiff.graph import VARIABLE, Graph, Node
from app.autodiff.refusals import refusal
from app.errors import InvalidError

MOST_NODES = 200
RESULT = "result"


class Builder:
    """Nodes are added after their operands, the result last."""

    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._nodes: list[Node] = []
        self._met: dict[tuple[object, ...], int] = {}

    def add(self, op: str, parents: tuple[int, ...], label: str, at: slice, number: float = 0.0) -> int:
        """The node for a part of the expression: a new one, or one that is the same.

        Errors: `too_many_nodes`.
        """
        text = self._expression[at]
        # 0.0 equals -0.0, but they are two constants.
        key = (op, parents, label if op == VARIABLE else repr(number))
        if key not in self._met:
            if len(self._nodes) == MOST_NODES:
                raise too_many_nodes(at.start)
            self._met[key] = len(self._nodes)
            self._nodes.append(Node(len(self._nodes), op, parents, label, label, text, at.start, number))
        return self._met[key]

    def graph(self, taken: Iterable[str] = ()) -> Graph:
        """All that was added, each operation under a name of its own: x1, x2 and, the last, result.

        None of them is `taken` by something else.
        """
        taken = {*taken, *(node.name for node in self._nodes if node.op == VARIABLE)}
        free = (name for name in numbered("x") if name not in taken)
        named = [replace(node, name=next(free)) if node.parents else node for node in self._nodes]
        if named[-1].parents:
            named[-1] = replace(named[-1], name=RESULT)
        return Graph(self._expression, tuple(named))


def numbered(letter: str) -> Iterator[str]:
    """x1, x2, x3 and so on."""
    return (f"{letter}{number}" for number in count(1))


def too_many_nodes(place: int) -> InvalidError:
    """What to say about an expression that makes too large a graph."""
    return refusal(
        "too_many_nodes",
        f"The expression has more than {MOST_NODES} nodes; the next one begins at character {place}.",
        place,
        expected=f"at most {MOST_NODES}",
        hint="A part that occurs twice counts once.",
    )
