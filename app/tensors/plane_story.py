"""The way of the plane through dense layers, told step by step."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from app.tensors.affine import Affine, bend
from app.tensors.map_names import linear_name, matrix, number, pair
from app.tensors.plane_layer import PlaneLayer, through
from app.tensors.trace import Step

BEFORE = "Every point is so much of the arrow (1, 0) and so much of the arrow (0, 1)."


class PlaneStep(Step):
    """One step: x as it is, W·x, + b, relu; at the end what all layers together are."""

    kind: Literal["points", "linear", "translation", "relu", "collapse", "bend"]
    layer: int | None = Field(None, description="which one, from 0; null for all together")


def story(layers: Sequence[PlaneLayer], one: Affine | None) -> Iterator[PlaneStep]:
    """Each layer's parts in turn; then the one layer that does the same, or the proof that there is none."""
    yield PlaneStep(kind="points", title="x: the plane before any layer", text=BEFORE)
    for i, layer in enumerate(layers):
        yield linear(i, layer.affine)
        if any(layer.b):
            yield translation(i, layer.affine)
        if layer.relu:
            yield relu(i)
    if one and len(layers) > 1:
        yield collapse(len(layers), one)
    if any(layer.relu for layer in layers):
        yield bent(layers)


def linear(i: int, affine: Affine) -> PlaneStep:
    """The columns of W are where the two unit arrows go."""
    name = linear_name(affine)
    columns = f"(1, 0) goes to {pair(affine.W[:, 0])} and (0, 1) to {pair(affine.W[:, 1])}"
    text = f"{columns}: the columns of W{i + 1}. All else follows. {areas(affine.determinant)}"
    return PlaneStep(kind="linear", layer=i, title=f"W{i + 1}·x: {name}", text=text)


def areas(determinant: float) -> str:
    """What a determinant says."""
    if determinant == 0:
        return "The determinant is 0: no area is left, and no way back."
    grown = number(abs(determinant))
    size = "areas stay as large as they were" if grown == "1" else f"areas become {grown} times as large"
    over = ", and the plane is turned over" if determinant < 0 else ""
    return f"The determinant is {number(determinant)}: {size}{over}."


def translation(i: int, affine: Affine) -> PlaneStep:
    """All points move alike."""
    text = f"Every point moves by {pair(affine.b)}. W alone leaves (0, 0) where it is; b does not."
    return PlaneStep(
        kind="translation", layer=i, title=f"+ b{i + 1}: translation by {pair(affine.b)}", text=text
    )


def relu(i: int) -> PlaneStep:
    """Three quarters of the plane fold onto the edge of the fourth."""
    text = "Each coordinate below 0 becomes 0, so all of the plane is folded onto its upper right quarter."
    return PlaneStep(kind="relu", layer=i, title="relu: max(x, 0)", text=text)


def collapse(count: int, one: Affine) -> PlaneStep:
    """All layers as one."""
    W, b = product(count)
    text = f"W = {W} = {matrix(one.W)} and b = {b} = {pair(one.b)}: {count} layers, and no more than one."
    return PlaneStep(kind="collapse", title="One layer does the same", text=text)


def product(count: int, times: str = "·") -> tuple[str, str]:
    """The W and the b of so many layers in terms of theirs: W2·W1 and W2·b1 + b2."""
    bias = "b1"
    for n in range(2, count + 1):
        bias = f"W{n}{times}{f'({bias})' if n > 2 else bias} + b{n}"
    return times.join(f"W{n}" for n in range(count, 0, -1)), bias


def bent(layers: Sequence[PlaneLayer]) -> PlaneStep:
    """Three points in a row that no affine map could send where they land."""
    proof = bend(lambda points: through(layers, points))
    if proof is None:
        text = "On this grid it is not seen: no line of it is bent, because none crosses 0 where relu is."
        return PlaneStep(kind="bend", title="relu bends nothing here", text=text)
    (start, middle, end), (image, landed, other) = proof
    straight = f"{pair(middle)} lies half way between {pair(start)} and {pair(end)}, which go to "
    ends = f"{pair(image)} and {pair(other)}. An affine map sends it half way between those, to "
    text = f"{straight}{ends}{pair((image + other) / 2)}; it goes to {pair(landed)}."
    return PlaneStep(kind="bend", title="No W·x + b does this", text=text)
