"""A picture of a digit from a file: photograph, scan or drawing, dark on light or light on dark."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from app.errors import InvalidError

LONGEST_SIDE = 280
MID_GREY = 127


def read(path: Path) -> NDArray[np.uint8]:
    """Pixels (H, W) of the picture, at most 280 a side, 0 = paper, 255 = ink.

    Errors: `no_such_file`, `unreadable_picture`.
    """
    try:
        with Image.open(path) as picture:
            grey = greyscale(picture)
    except FileNotFoundError as error:
        raise InvalidError(
            "no_such_file", f"There is no file {path}.", expected="a picture of a digit"
        ) from error
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise InvalidError(
            "unreadable_picture",
            f"{path.name} cannot be read as a picture.",
            expected="a PNG, JPEG, GIF, BMP, TIFF or WebP file",
            got=str(error),
            hint="Save the drawing as PNG and try again.",
        ) from error
    return ink_high(np.asarray(grey, np.uint8))


def greyscale(picture: Image.Image) -> Image.Image:
    """Upright, on white where it is transparent, in shades of grey, small enough."""
    upright = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGBA", upright.size, "white")
    grey = Image.alpha_composite(paper, upright).convert("L")
    grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return grey


def ink_high(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Ink as high values, as in MNIST: the border of the picture tells the colour of the paper."""
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    return 255 - pixels if np.median(border) > MID_GREY else pixels
