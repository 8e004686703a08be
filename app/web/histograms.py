"""`GET /api/runs/{id}/histograms`: how weights, biases and activations are spread, layer by layer."""

from dataclasses import asdict
from functools import partial
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from app.digits.mnist import Bytes, vectors
from app.network.forward import Network, forward
from app.network.histogram import Histogram, histogram
from app.network.prediction import layer_names
from app.web.moments import AMoment
from app.web.rooms import MnistRoom, ThinkerRoom
from app.web.wire import Number, TensorResponse, number

router = APIRouter(prefix="/api/runs/{run_id}", tags=["Time machine"])

DIGITS = 1000
"""Test digits whose activations are counted."""


class HistogramAnswer(BaseModel):
    """40 equal bins from `low` to `high`; what is NaN or infinite is left out, and counted."""

    low: float
    high: float
    counts: list[int]
    minimum: Number
    maximum: Number
    mean: Number
    deviation: Number
    left_out: int


class LayerHistograms(BaseModel):
    """One layer."""

    name: str
    shape: list[int]
    weights: HistogramAnswer
    biases: HistogramAnswer
    activations: HistogramAnswer


class HistogramsAnswer(BaseModel):
    """Every layer; the activations are those of the first `digits` test digits."""

    step: int
    digits: int
    layers: list[LayerHistograms]


@router.get("/histograms", responses={200: {"model": HistogramsAnswer}})
async def get_histograms(moment: AMoment, mnist: MnistRoom, thinker: ThinkerRoom) -> TensorResponse:
    """How the weights, the biases and the activations of each layer are spread."""
    model = moment.model
    spread = partial(spreads, model.network, mnist.test.images[:DIGITS])
    layers = await thinker.once(("histograms", model.run, model.step), spread)
    content = {"step": model.step, "digits": DIGITS, "layers": layers}
    return TensorResponse(content, headers=moment.headers)


def spreads(network: Network, images: Bytes) -> list[dict[str, Any]]:
    """The three histograms of every layer."""
    names, outputs = layer_names(len(network)), forward(network, vectors(images))
    return [
        {
            "name": name,
            "shape": layer.kernel.shape,
            "weights": described(histogram(layer.kernel)),
            "biases": described(histogram(layer.bias)),
            "activations": described(histogram(activations)),
        }
        for name, layer, activations in zip(names, network, outputs, strict=True)
    ]


def described(spread: Histogram) -> dict[str, Any]:
    """A histogram as it travels."""
    facts = ("minimum", "maximum", "mean", "deviation")
    return asdict(spread) | {name: number(getattr(spread, name)) for name in facts}
