"""A drawing brought to MNIST's form, one visible stage after the other."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]

SWITCHES = ("crop", "box", "centre", "scale")
STAGES = ("ink", *SWITCHES, "flatten")

# How MNIST was made: the ink in a box of 20×20, its centre of mass on pixel (14, 14) of 28×28.
SIDE = 28
BOX = 20
CENTRE = 14

# Antialiasing: a pixel of a smaller picture is the mean of the area that it covers.
SHRINK = Image.Resampling.BOX
ENLARGE = Image.Resampling.BICUBIC


@dataclass(frozen=True)
class Stage:
    """The drawing after one stage."""

    name: str
    image: NDArray[Any]
    """Two axes, except the last stage's: (784,). uint8 up to "centre", then float32."""


@dataclass(frozen=True)
class Prepared:
    """What the network gets to see, and how it came about."""

    input: NDArray[np.float32]
    """(28, 28), 0..1, or 0..255 without "scale"."""
    stages: tuple[Stage, ...]
    """All six, in order; one that is switched off shows its plain substitute."""


def prepare(pixels: Pixels, stages: Collection[str] = SWITCHES) -> Prepared:
    """Bring a drawing (H, W), ink high, to the form of MNIST by the stages that are switched on.

    ink      as drawn
    crop     the bounding box of the ink            (off: the whole canvas)
    box      scaled to fit 20×20, aspect kept       (off: to fit 28×28)
    centre   centre of mass in the middle of 28×28  (off: the picture's middle)
    scale    / 255                                  (off: values stay 0..255)
    flatten  (28, 28) -> (784,)
    """
    crop = pixels[_bounds(pixels)] if "crop" in stages else pixels
    box = _fitted(crop, BOX if "box" in stages else SIDE)
    centre = _centred_by_mass(box) if "centre" in stages else _centred(box)
    scale = centre.astype(np.float32) / np.float32(255 if "scale" in stages else 1)
    images = (pixels, crop, box, centre, scale, scale.reshape(SIDE * SIDE))
    return Prepared(scale, tuple(Stage(name, image) for name, image in zip(STAGES, images, strict=True)))


def _bounds(image: Pixels) -> tuple[slice, slice]:
    """The smallest rectangle that holds all ink; the whole image if it is blank."""
    rows, columns = np.nonzero(image)
    if not rows.size:
        return slice(None), slice(None)
    return slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1)


def _fitted(image: Pixels, side: int) -> Pixels:
    height, width = image.shape
    factor = side / max(height, width)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(Image.fromarray(image).resize(size, SHRINK if factor < 1 else ENLARGE))


def _centred(image: Pixels) -> Pixels:
    height, width = image.shape
    return _placed(image, (SIDE - height) // 2, (SIDE - width) // 2)


def _centred_by_mass(image: Pixels) -> Pixels:
    ink = image[_bounds(image)]
    top, left = (_offset(ink.sum(axis=other, dtype=np.float64)) for other in (1, 0))
    return _placed(ink, top, left)


def _offset(mass: NDArray[np.float64]) -> int:
    """Where a row of pixels starts so that its centre of mass lies on CENTRE, as far as all of it fits."""
    centre_of_mass = float(np.arange(len(mass)) @ mass) / float(mass.sum() or 1)
    return min(max(round(CENTRE - centre_of_mass), 0), SIDE - len(mass))


def _placed(image: Pixels, top: int, left: int) -> Pixels:
    height, width = image.shape
    canvas = np.zeros((SIDE, SIDE), np.uint8)
    canvas[top : top + height, left : left + width] = image
    return canvas
