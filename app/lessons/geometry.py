r"""Affine maps in a row are one affine map; only relu between two layers bends the plane.

W_2 (W_1 x + b_1) + b_2 = W x + b
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import accumulate
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from app.errors import InvalidError
from app.tensors.affine import GRID, GRID_CODE, Affine
from app.tensors.alignment import Fix
from app.tensors.fixes import fix, tensor_of
from app.tensors.map_names import named
from app.tensors.operand import Operand
from app.tensors.plane_code import plane_code
from app.tensors.plane_layer import PlaneLayer
from app.tensors.plane_story import PlaneStep, story
from app.tensors.shown import Shown, shown
from app.tensors.spelling import Tensor, spelt
from app.tensors.trace import Trace

TITLE = "Geometry"

ROTATED: dict[str, Any] = {"W": [[0.866, -0.5], [0.5, 0.866]]}
SHEARED: dict[str, Any] = {"W": [[1, 0.7], [0, 1]]}
MOVED: dict[str, Any] = {**ROTATED, "b": [0.5, 0.25]}
EXAMPLE: dict[str, Any] = {"layers": [MOVED, SHEARED]}
PRESETS = (
    ("translation", {"layers": [{"W": [[1, 0], [0, 1]], "b": [1.5, 1]}]}),
    ("rotation", {"layers": [ROTATED]}),
    ("scaling", {"layers": [{"W": [[1.5, 0], [0, 0.5]]}]}),
    ("shear", {"layers": [SHEARED]}),
    ("reflection", {"layers": [{"W": [[0, 1], [1, 0]]}]}),
    ("a flat plane", {"layers": [{"W": [[1, 0.5], [0.5, 0.25]]}]}),
    ("affine", {"layers": [{"W": [[1.2, -0.4], [0.3, 0.8]], "b": [0.5, -0.5]}]}),
    ("two layers are one", EXAMPLE),
    ("a dense layer", {"layers": [{**MOVED, "relu": True}]}),
    ("relu between", {"layers": [{**MOVED, "relu": True}, {"W": [[1, -1], [1, 1]], "b": [0, -1]}]}),
)
FROM_A_RUN = (
    (
        "relu of two neurons",
        {"layers": [{"W": [[1, 0], [0, 1]], "relu": True}], "points": {"name": "Z1", "slice": ":, 4:6"}},
    ),
)


class Question(BaseModel):
    """One to four layers, and the points of the plane that go through them."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    layers: tuple[PlaneLayer, ...] = Field(min_length=1, max_length=4)
    points: Operand | None = Field(None, description="(n, 2); without it a grid of 81 from -2 to 2")


class Map(BaseModel):
    """An affine map with its name and determinant."""

    W: list[list[float]]
    b: list[float]
    kind: str = Field(description="in words: rotation by 30°, then translation by (1, 0)")
    determinant: float = Field(description="by what areas are multiplied; negative: turned over")


class LayerMap(Map):
    """A layer, and where it has brought the points."""

    relu: bool
    points: Shown


class GeometryTrace(Trace):
    """The points from layer to layer, and the one layer that does the same, if there is one."""

    points: Shown
    layers: tuple[LayerMap, ...]
    collapsed: Map | None = Field(description="all as one layer; null where relu stands between two")
    steps: tuple[PlaneStep, ...]
    result: Shown


def explain(question: Question) -> GeometryTrace:
    """Send points of the plane through dense layers.

    Errors: `not_in_the_plane` for a W that is not (2, 2) or a b that is not (2,); `no_points`.
    """
    points = points_of(question)
    for i, layer in enumerate(question.layers):
        if layer.misfit:
            raise leaves_the_plane(question, i, layer.misfit)
    with np.errstate(all="ignore"):
        moved = list(accumulate(question.layers, lambda at, layer: layer.of(at), initial=points))
    one = collapsed(question.layers)
    return GeometryTrace(
        points=shown(points),
        layers=tuple(layer_map(*passed) for passed in zip(question.layers, moved[1:], strict=True)),
        collapsed=one and Map(**described(one)),
        steps=tuple(story(question.layers, one)),
        result=shown(moved[-1]),
        code=plane_code(points_code(question), question.layers, one is not None),
    )


def leaves_the_plane(question: Question, i: int, misfit: str) -> InvalidError:
    """What to say about a layer that is not one of the plane."""
    layers = (*question.layers[:i], question.layers[i].fitted(), *question.layers[i + 1 :])
    return InvalidError(
        "not_in_the_plane",
        f"Layer {i + 1} does not take the plane to the plane.",
        expected="W with two rows of two numbers, b with two",
        got=misfit,
        hint="A point of the plane is two numbers, and so is its image.",
        fixes=(fix("cut or fill it up", question, layers=layers),),
    )


def points_of(question: Question) -> Tensor:
    """The points that are asked about, or the grid."""
    if question.points is None:
        return GRID.reshape(-1, 2)
    points = tensor_of(question, "points")
    if points.ndim == 2 and points.shape[1] == 2:
        return points.astype(float)
    raise InvalidError(
        "no_points",
        "These are no points of the plane.",
        expected="a tensor of shape (n, 2): a point in each row",
        got=f"the shape {spelt(points.shape)}",
        hint="Without points the layers are shown a grid.",
        fixes=(*first_two(question, points), fix("the grid", question, points=None)),
    )


def first_two(question: Question, points: Tensor) -> Iterator[Fix]:
    """Of a matrix of a run two columns are points."""
    operand = question.points
    if operand and operand.is_real and operand.slice is None and points.ndim == 2 and points.shape[1] > 1:
        cut = operand.model_copy(update={"slice": ":, 0:2"})
        yield fix(f"{operand.name}[:, 0:2]", question, points=cut)


def points_code(question: Question) -> str:
    """The line that makes the points."""
    return GRID_CODE if question.points is None else f"points = {question.points.code()}"


def collapsed(layers: Sequence[PlaneLayer]) -> Affine | None:
    """All layers as one, unless relu stands between two of them."""
    if any(layer.relu for layer in layers[:-1]):
        return None
    return reduce(Affine.then, (layer.affine for layer in layers))


def layer_map(layer: PlaneLayer, moved: Tensor) -> LayerMap:
    """A layer, and where it has brought the points."""
    return LayerMap(**described(layer.affine), relu=layer.relu, points=shown(moved))


def described(affine: Affine) -> dict[str, Any]:
    """The fields of a Map."""
    return {
        "W": affine.W.tolist(),
        "b": affine.b.tolist(),
        "kind": named(affine),
        "determinant": affine.determinant,
    }
