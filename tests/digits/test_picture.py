"""A picture from a file becomes ink on paper."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.digits import mnist, picture
from app.errors import InvalidError


def test_ink_is_high_whether_the_paper_is_light_or_dark(tmp_path: Path) -> None:
    digit = mnist.load().test.images[0]
    Image.fromarray(digit).save(tmp_path / "dark.png")
    Image.fromarray(255 - digit).save(tmp_path / "light.png")
    assert np.array_equal(picture.read(tmp_path / "dark.png"), digit)
    assert np.array_equal(picture.read(tmp_path / "light.png"), digit)


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (30, 30), (0, 0, 0, 0))
    drawing.paste((0, 0, 0, 255), (10, 10, 20, 20))
    drawing.save(tmp_path / "drawing.png")
    pixels = picture.read(tmp_path / "drawing.png")
    assert pixels[15, 15] == 255
    assert pixels[0, 0] == 0


def test_a_large_photograph_becomes_small_enough(tmp_path: Path) -> None:
    Image.new("RGB", (1200, 600), "white").save(tmp_path / "photo.jpg")
    assert picture.read(tmp_path / "photo.jpg").shape == (140, 280)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match=r"There is no file .*seven\.png"):
        picture.read(tmp_path / "seven.png")


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_no_picture_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "seven.png"
    file.write_bytes(content)
    with pytest.raises(InvalidError, match=r"seven\.png"):
        picture.read(file)
