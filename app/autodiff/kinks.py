"""Kinks on the way: where a derivative does not exist, said in a sentence."""

import numpy as np

from app.autodiff.forward import Values
from app.autodiff.graph import Edge, Graph


def kink(graph: Graph, values: Values, edge: Edge) -> str | None:
    """What has to be said about the derivative along an edge, where it does not exist."""
    child = graph.nodes[edge.child]
    found = child.operation.derivatives[edge.operand].kink
    if found is None:
        return None
    at = found.at(values[edge.child], *(values[parent] for parent in child.parents))
    count = int(np.count_nonzero(at))
    where = f" ({count:,} of {at.size:,} numbers)" if at.ndim else ""
    return f"{found.text}{where}" if count else None
