"""What kind of map W·x + b is, in words: rotation, reflection, scaling, shear, projection, translation."""

import math
from collections.abc import Callable

import numpy as np

from app.tensors.affine import Affine
from app.tensors.spelling import Tensor

CLOSE = 1e-3
"""Of the largest number of W: 0.866 is near enough to the cosine of 30°."""
IDENTITY = np.eye(2)

Namer = Callable[[Affine], str | None]


def named(affine: Affine) -> str:
    """The kind of map, its linear part first: "rotation by 30°, then translation by (1, 0)"."""
    linear = linear_name(affine)
    if not affine.b.any():
        return linear
    moved = f"translation by {pair(affine.b)}"
    return moved if linear == "identity" else f"{linear}, then {moved}"


def linear_name(affine: Affine) -> str:
    """The kind of W alone."""
    return next(name for namer in NAMERS if (name := namer(affine)))


def flat(affine: Affine) -> str | None:
    """A determinant of 0: the plane becomes a line or a point."""
    if affine.determinant != 0:
        return None
    if not affine.W.any():
        return "everything to one point"
    kind = "projection" if near(np.trace(affine.W), 1) else "flattening"
    return f"{kind} onto {line(direction(affine.W))}"


def similar(affine: Affine) -> str | None:
    """Rotation or reflection, and the same scaling in all directions."""
    area = abs(affine.determinant)
    if not near(affine.W.T @ affine.W, area * IDENTITY, area):
        return None
    size = math.sqrt(area)
    angle = degrees(affine.W[1, 0], affine.W[0, 0])
    turned = f"reflection across {line(angle / 2)}" if affine.determinant < 0 else rotation(angle)
    scaled = "" if near(size, 1) else f"scaling by {number(size)}"
    return " and ".join(part for part in (turned, scaled) if part) or "identity"


def scaling(affine: Affine) -> str | None:
    """Each axis for itself."""
    x, y = np.diag(affine.W)
    if not near(affine.W, np.diag((x, y)), np.abs(affine.W).max()):
        return None
    return f"scaling by {number(x)} along x and {number(y)} along y"


def shear(affine: Affine) -> str | None:
    """Everything slides along one line, the further the farther away it is."""
    slid = affine.W - IDENTITY
    if not near(slid @ slid, 0 * IDENTITY):
        return None
    if near(slid[1], 0 * slid[1]):
        return f"shear along x by {number(slid[0, 1])}"
    if near(slid[0], 0 * slid[0]):
        return f"shear along y by {number(slid[1, 0])}"
    return f"shear along {line(direction(slid))} by {number(float(np.linalg.norm(slid)))}"


def stretched(affine: Affine) -> str:
    """Any other: scaled along two lines at a right angle, then turned (the polar decomposition of W)."""
    (a, b), (c, d) = affine.W
    angle = math.atan2(c - b, a + d)
    back = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    sizes, lines = np.linalg.eigh(back @ affine.W)
    along = line(degrees(lines[1, 1], lines[0, 1]))
    scaled = f"scaling by {number(sizes[1])} along {along} and {number(sizes[0])} across it"
    turned = rotation(math.degrees(angle))
    return f"{scaled}, then {turned}" if turned else scaled


NAMERS: tuple[Namer, ...] = (flat, similar, scaling, shear, stretched)
"""The first that knows a map names it; the last knows all."""


def rotation(angle: float) -> str:
    """A rotation by so many degrees, counter-clockwise; nothing if it is none."""
    return "" if number(angle, 1) == "0" else f"rotation by {number(angle, 1)}°"


def line(angle: float) -> str:
    """The line through (0, 0) at an angle to the x axis."""
    at = number(round(angle, 1) % 180, 1)
    return {"0": "the x axis", "90": "the y axis"}.get(at, f"the line at {at}°")


def direction(W: Tensor) -> float:
    """Angle of the line on which both columns of a flat W lie."""
    x, y = W[:, np.abs(W).sum(0).argmax()]
    return degrees(y, x)


def degrees(y: float, x: float) -> float:
    """Angle of the arrow (x, y) to the x axis."""
    return math.degrees(math.atan2(y, x))


def near(a: Tensor | float, b: Tensor | float, scale: float = 1) -> bool:
    """Whether three decimals do not tell them apart."""
    return bool(np.all(np.abs(a - np.asarray(b)) < CLOSE * scale))


def pair(point: Tensor) -> str:
    """A point or an arrow: (0.5, −1)."""
    return f"({number(point[0])}, {number(point[1])})"


def number(value: float, decimals: int = 3) -> str:
    """A number as one reads it, with a real minus."""
    return f"{round(float(value), decimals) + 0:,.10g}".replace("-", "−")


def matrix(W: Tensor) -> str:
    """A matrix row by row: ((1, 0), (0, 1))."""
    return f"({', '.join(pair(row) for row in W)})"
