"""Loops: an element-wise operation written out in Python, one number at a time, as nobody should run it."""

from app.tensors.operations import OPERATIONS, Operation
from app.tensors.spelling import Shape

INDICES = "ijklmn"
INDENT = "    "


def naive_loops(op: str, shape: Shape, dtype: str) -> str:
    """The lines that fill `result`, of that shape and dtype, from `a` and `b` of the same shape."""
    names = INDICES[: len(shape)]
    heads = [
        f"{INDENT * depth}for {name} in range({length}):"
        for depth, (name, length) in enumerate(zip(names, shape, strict=True))
    ]
    body = f"{INDENT * len(shape)}{indexed('result', names)} = {naive(op, names)}"
    return "\n".join([f"result = np.empty({shape}, {dtype!r})", *heads, body])


def naive(op: str, names: str) -> str:
    """What is done to one number, or to one pair."""
    operation = OPERATIONS[op] if op != "relu" else Operation(max, "max(a, 0)", "relu")
    return operation.written(indexed("a", names), indexed("b", names))


def indexed(tensor: str, names: str) -> str:
    """One number of a tensor, `a[i, j]`; a scalar is read with `a[()]`."""
    return f"{tensor}[{', '.join(names) or '()'}]"
